/** How many bits of entropy a passphrase has, as far as a program can tell. */
export type Rating = { readonly passphrase: string; readonly bits: number };

type Tools = {
  readonly startWorker: () => Worker;
  readonly onRated: (rating: Rating) => void;
  readonly onFailed: (cause: string | null) => void;
};

/** Rates what is typed in a worker, which starts with the first character and ends with the page. */
export function createPassphraseRating({
  startWorker,
  onRated,
  onFailed,
}: Tools): (passphrase: string) => void {
  let worker: Worker | undefined;

  function start(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Rating>) => onRated(data));
    started.addEventListener('error', ({ message }) => {
      started.terminate();
      worker = undefined;
      // For a script that could not be loaded, Chromium gives no message.
      onFailed(message || null);
    });
    return started;
  }

  return (passphrase) => {
    worker ??= start();
    worker.postMessage(passphrase);
  };
}
