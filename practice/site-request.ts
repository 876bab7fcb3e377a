/** The generation of the pages' markup. `2019` stands for about 2019 to now. */
export const generations = ['2016', '2018', '2019'] as const;
export type Generation = (typeof generations)[number];

/** One request as the practice site understands it. */
export type SiteRequest = {
  readonly method: string;
  /** Without the port. */
  readonly host: string;
  /** The requested host, port included, such as `https://api.sketchfab.com`. */
  readonly origin: string;
  /** Where the pages are: `origin`, or `https://sketchfab.com` if the API host was requested. */
  readonly site: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly generation: Generation;
};
