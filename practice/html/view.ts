/** The part of a page that in-page navigation replaces, and what a first load adds around it. */
export type View = {
  readonly title: string;
  readonly bodyClass: string;
  /** Inner HTML of `<main>`. */
  readonly main: string;
  /** For `<head>`, on a first load only. */
  readonly head: string;
  /** The JSON that a first load includes, by request path. */
  readonly prefetched: Readonly<Record<string, unknown>>;
  readonly status: number;
};
