// @vitest-environment jsdom
import { type ComponentChildren, type FunctionComponent, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import { provideMessages } from '../../../src/i18n/message-source';
import { RichMessage } from '../../../src/popup/controls/rich-message';
import { sourceOf } from '../../i18n/source-of';

// A key of a catalogue invented by this test.
const Rich = RichMessage as FunctionComponent<{
  of: string;
  values: Record<string, ComponentChildren>;
}>;

afterEach(() => {
  render(null, document.body);
  provideMessages(sourceOf(english));
});

it('places elements in a sentence in the order of its language', () => {
  const placeholders = { error: { content: '$1' }, what: { content: '$2' } };
  provideMessages(sourceOf({ page_failed: { message: '$ERROR$ was why: $WHAT$.', placeholders } }));
  render(
    <p>
      <Rich of="page_failed" values={{ what: 'It failed', error: <bdi>a disk</bdi> }} />
    </p>,
    document.body,
  );
  expect(document.body.innerHTML).toBe('<p><bdi>a disk</bdi> was why: It failed.</p>');
});
