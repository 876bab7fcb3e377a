import type { Leak } from '../../dataset/leak-report';

/** What went wrong in the worker, under its name and in its words. */
export class ExportError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly leaks: readonly Leak[] = [],
  ) {
    super(message);
  }
}
