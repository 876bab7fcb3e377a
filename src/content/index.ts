import { capture } from './capture';
import { followSettings } from './follow-settings';

let pages = 0;

followSettings((end) => capture(document, { nextPageSerial: () => pages++, onOrphaned: end }));
