import { provideMessages } from '../../src/i18n/message-source';
import english from '../../public/_locales/en/messages.json';
import { sourceOf } from './source-of';

provideMessages(sourceOf(english, 'en-US'));
