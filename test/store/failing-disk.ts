/** Internals of the fake, since the standard `abort()` has no error and cannot happen this late. */
type FakeTransaction = { _markFinished: () => void; readonly _abort: (name: string) => void };

type Write = (this: IDBObjectStore, ...values: never[]) => IDBRequest;
const kinds = ['put', 'add', 'delete', 'clear'] as const;

/**
 * Makes writes to the fake IndexedDB fail with an error of this name if `isFailing` returns true, which is called for
 * each. `at` says how: the request itself throws, or the browser aborts its whole transaction, as when it finds the disk
 * full at the end.
 */
export function failWrites(
  isFailing: () => boolean,
  name: string,
  at: 'request' | 'transaction' = 'request',
) {
  const prototype = IDBObjectStore.prototype as unknown as Record<(typeof kinds)[number], Write>;
  const originals = kinds.map((kind) => [kind, prototype[kind]] as const);
  for (const [kind, original] of originals) {
    prototype[kind] = function (...values) {
      const fails = isFailing();
      if (fails && at === 'request') throw new DOMException('the disk said no', name);
      if (fails) failAtEnd(this.transaction as unknown as FakeTransaction, name);
      return original.apply(this, values);
    };
  }
  return {
    restore: () => {
      for (const [kind, original] of originals) prototype[kind] = original;
    },
  };
}

function failAtEnd(transaction: FakeTransaction, name: string): void {
  const markFinished = transaction._markFinished;
  transaction._markFinished = () => {
    transaction._markFinished = markFinished;
    transaction._abort(name);
  };
}
