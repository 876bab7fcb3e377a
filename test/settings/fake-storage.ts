/** `storage.local` as in browsers: values are stored as JSON, and each call takes effect completely or not at all. */
export class FakeStorage {
  readonly texts = new Map<string, string>();
  /** The number of calls that wrote something. */
  writes = 0;
  /** Called before each write; throws to simulate a full disk or a death. */
  beforeWrite: () => void = () => undefined;
  beforeRead: () => void = () => undefined;

  get = (wanted: string | readonly string[] | null): Promise<Record<string, unknown>> =>
    later(() => {
      this.beforeRead();
      const keys = wanted === null ? [...this.texts.keys()] : [wanted].flat();
      const found = keys.flatMap((key) => {
        const text = this.texts.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text) as unknown] as const];
      });
      return Object.fromEntries(found);
    });

  set = (items: Record<string, unknown>): Promise<void> =>
    this.#write(() => {
      for (const [key, value] of Object.entries(items)) this.texts.set(key, JSON.stringify(value));
    });

  remove = (keys: string | readonly string[]): Promise<void> =>
    this.#write(() => {
      for (const key of [keys].flat()) this.texts.delete(key);
    });

  clear(): void {
    this.texts.clear();
    this.writes = 0;
    this.beforeWrite = () => undefined;
    this.beforeRead = () => undefined;
  }

  #write(carryOut: () => void): Promise<void> {
    return later(() => {
      this.beforeWrite();
      this.writes += 1;
      carryOut();
    });
  }
}

const later = <T>(work: () => T) => Promise.resolve().then(work);

/** The storage of a test file that mocks `webextension-polyfill` with it. */
export const fakeStorage = new FakeStorage();
