import type { MessageSource } from '../../src/i18n/message-source';

export type Catalogue = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/** Reads a catalogue as browsers do: placeholder names ignore case, and `$1` is the first substitution. */
export function sourceOf(
  catalogue: Catalogue,
  language = catalogue['language']?.message ?? '',
): MessageSource {
  const ofLowerCase = new Map(Object.entries(catalogue).map(([key, entry]) => [key.toLowerCase(), entry]));
  return {
    getMessage: (key, substitutions = []) => {
      const entry = ofLowerCase.get(key.toLowerCase());
      const contents = new Map(
        Object.entries(entry?.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]),
      );
      const fill = (text: string) =>
        text.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
      return (entry?.message ?? '').replace(/\$(\w+)\$|\$\$/g, (_, name?: string) =>
        name === undefined ? '$' : fill(contents.get(name.toLowerCase()) ?? ''),
      );
    },
    getUILanguage: () => language,
  };
}
