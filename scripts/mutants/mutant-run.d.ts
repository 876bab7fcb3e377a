/** What the process is told before it runs a test file. */
export type MutantRun = {
  readonly mutant?: string | undefined;
  readonly hitLimit?: number | undefined;
  /** Whether modules are to be imported anew. */
  readonly isFresh: boolean;
  readonly testTimeout: number;
};

declare module 'vitest' {
  // An interface alone can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    mutantRun: MutantRun;
  }
}
