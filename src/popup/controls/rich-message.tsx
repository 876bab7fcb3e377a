import type { ComponentChildren } from 'preact';
import { message, type MessageKey } from '../../i18n/message';

type Placeholders<Key extends MessageKey> = NonNullable<Parameters<typeof message<Key>>[1]>;
type Props<Key extends MessageKey> = {
  readonly of: Key;
  /** The element or text for each placeholder. */
  readonly values: Readonly<Record<keyof Placeholders<Key>, ComponentChildren>>;
};

// A private use character, which no sentence of the catalogue contains. Values are inserted afterwards.
const mark = '\uE000';

/** A sentence with elements in it, such as a `bdi` around text from the site. */
export function RichMessage<Key extends MessageKey>({ of, values }: Props<Key>) {
  const names = Object.keys(values) as (keyof typeof values)[];
  const marks = Object.fromEntries(names.map((name, at) => [name, `${mark}${at}${mark}`]));
  const sentence = (message as (key: MessageKey, marks: Record<string, string>) => string)(of, marks);
  const parts = sentence.split(mark);
  return (
    <>
      {parts.map((part, at) => {
        const name = at % 2 === 1 ? names[Number(part)] : undefined;
        return name === undefined ? part : values[name];
      })}
    </>
  );
}
