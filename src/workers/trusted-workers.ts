/** As far as it is used here. TypeScript does not know it yet, and Firefox before 148 has none. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => { toString(): string } };
};

/**
 * The starter of workers. The browser's policy lets only what came through this door become the address of a script, and
 * the door lets only these addresses pass; the manifest allows one door of this name and no other in a page, and one in
 * a worker that starts others.
 */
export function allowWorkers(urls: readonly string[]): (url: string) => Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('export-worker', {
    createScriptURL: (url) => {
      if (!urls.includes(url)) throw new TypeError('no other worker is started here');
      return url;
    },
  });
  return (url) =>
    new Worker((policy?.createScriptURL(url) ?? url) as string, {
      type: 'module',
      name: 'export',
    });
}
