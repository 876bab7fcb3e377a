/** As far as it is used here. TypeScript does not know it yet, and Firefox before 148 has none. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => { toString(): string } };
};

/**
 * The starter of one worker. The page's policy lets only what came through this door become the address of a script,
 * and the door lets only `workerUrl` pass; the manifest allows one door of this name and no other. Call it once a page.
 */
export function allowWorker(workerUrl: string): () => Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('export-worker', {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError('this page starts one worker only');
      return url;
    },
  });
  return () =>
    new Worker((policy?.createScriptURL(workerUrl) ?? workerUrl) as string, {
      type: 'module',
      name: 'export',
    });
}
