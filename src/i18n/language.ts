import { messageSource } from './message-source';

/**
 * The language of numbers, dates and plurals, as a BCP 47 tag. The browser's own where the sentences are in it too, with
 * its region; else that of the sentences, so that "1,240 models" never has the separators of another language.
 */
export function language(): string {
  const { getMessage, getUILanguage } = messageSource();
  const ofMessages = getMessage('language');
  const ofBrowser = getUILanguage();
  return ofBrowser.startsWith(`${ofMessages}-`) ? ofBrowser : ofMessages;
}

/** `create`, called once for each language: formats of `Intl` are slow to make. */
export function forLanguage<Format>(create: (language: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const tag = language();
    const format = made.get(tag) ?? create(tag);
    made.set(tag, format);
    return format;
  };
}
