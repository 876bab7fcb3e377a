import type { Locks } from '../../src/background/with-crawl-lock';

/** The Web Locks of one browser. A lock is released when its work ends or the worker that holds it dies. */
export class FakeLocks {
  readonly #holders = new Map<string, () => boolean>();

  /** The locks as one worker sees them. */
  of(isAlive: () => boolean): Locks {
    return {
      request: async (name, _, work) => {
        if (this.#holders.get(name)?.()) return work(null);
        this.#holders.set(name, isAlive);
        try {
          await work({ name });
        } finally {
          if (this.#holders.get(name) === isAlive) this.#holders.delete(name);
        }
      },
    };
  }
}
