/** What the tab shows, as its address says after the `#`: `#models?state=partial`. */
export type Address = {
  /** The name of a view. Anybody can type one, so it may be unknown. */
  readonly view: string;
  /** What the view makes of it; empty if the address has none. */
  readonly query: string;
};

export function parseAddress(hash: string): Address {
  const [, view = '', query = ''] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  return { view, query };
}

/** For the `href` of a link. */
export function formatAddress(view: string, query = ''): string {
  return query === '' ? `#${view}` : `#${view}?${query}`;
}
