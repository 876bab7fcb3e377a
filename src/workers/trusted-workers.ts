/** As much of it as is used here. TypeScript does not know it yet, and Firefox before 148 has none. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => { toString(): string } };
};

/**
 * Returns the function that starts workers. The manifest allows one trusted types policy of this name in a page, and one
 * in a worker that starts others; only these addresses pass it, so nothing else can become the address of a script.
 */
export function allowWorkers(urls: readonly string[]): (url: string) => Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('dataset-worker', {
    createScriptURL: (url) => {
      if (!urls.includes(url)) throw new TypeError('no other worker may be started');
      return url;
    },
  });
  return (url) =>
    new Worker((policy?.createScriptURL(url) ?? url) as string, { type: 'module', name: 'dataset' });
}
