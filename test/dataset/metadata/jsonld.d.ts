/** The part that the tests use; the package has no types. */
declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: {
        readonly documentLoader: (url: string) => Promise<never>;
        readonly safe: boolean;
        readonly base: string;
      },
    ): Promise<unknown[]>;
  };
  export default jsonld;
}
