const characters: Readonly<Record<string, string>> = {
  '&#34;': '"',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** Undoes one level of escaping, in a single pass: `&amp;lt;` is `&lt;` and must not become `<`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#34|quot|#39|#x27|lt|gt|amp);/g, (entity) => characters[entity] ?? entity);
}
