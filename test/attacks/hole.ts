/** A defence taken out of the code again, and the test that then has to fail. */
export type Hole = {
  /** What is possible with it. */
  readonly hole: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** A unit test (`.test.ts`), or one in a browser (`.spec.ts`) on a build of its own. */
  readonly test: string;
  /** The title of the test, where the file has others. */
  readonly title?: string;
};
