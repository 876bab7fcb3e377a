/** Where sentences come from: `browser.i18n` in the extension, a catalogue that was read from disk in tests. */
export type MessageSource = {
  /** The sentence of a key with `$1` to `$9` filled in; empty when the catalogue lacks the key. */
  readonly getMessage: (key: string, substitutions?: string[]) => string;
  /** BCP 47, such as `en-GB`. */
  readonly getUILanguage: () => string;
};

let provided: MessageSource | undefined;

/** Called once by each entry point, before anything is worded. */
export function provideMessages(source: MessageSource): void {
  provided = source;
}

export function messageSource(): MessageSource {
  if (!provided) throw new Error('provideMessages was not called');
  return provided;
}
