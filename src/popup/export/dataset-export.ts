import { defaultChoices, type DatasetChoices } from '../../dataset/dataset-choices';
import { datasetFileName } from '../../dataset/dataset-file-name';
import { createOneTimeKey, type PseudonymKey } from '../../dataset/pseudonym-key';
import { sayError } from '../../messaging/say-error';
import type { ExportState } from '../snapshot';
import { askWorker, ExportError } from './ask-worker';

const words = {
  elsewhere: 'Another page of Likes Out is writing the dataset already.',
  starting: 'Starting',
};

/** What is left open has its default: all files of everything, under a key that nobody keeps. */
export type ExportWish = { readonly choices?: DatasetChoices; readonly key?: PseudonymKey };

type Tools = {
  readonly startWorker: () => Worker;
  readonly toolVersion: string;
  readonly offer: (file: Blob, fileName: string) => void;
  readonly onState: (state: ExportState) => void;
};

/** One export at a time, in this page and over all pages of this browser: the second press finds the first at work. */
export function createDatasetExport({ startWorker, toolVersion, offer, onState }: Tools) {
  let running: AbortController | undefined;

  async function run({ choices, key }: ExportWish, signal: AbortSignal): Promise<ExportState> {
    const exportedAt = new Date();
    const order = {
      choices: choices ?? defaultChoices,
      key: key ?? createOneTimeKey((bytes) => crypto.getRandomValues(bytes)),
      exportedAt,
      toolVersion,
    };
    const { file, summary } = await askWorker(
      startWorker(),
      order,
      ({ share, doing }) => onState({ phase: 'running', share, doing }),
      signal,
    );
    const fileName = datasetFileName(exportedAt);
    offer(file, fileName);
    const { models, completeModels, likes, users } = summary;
    return { phase: 'done', fileName, models, completeModels, likes, users };
  }

  return {
    async start(wish: ExportWish = {}): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      onState({ phase: 'running', share: 0, doing: words.starting });
      try {
        onState(
          await navigator.locks.request('dataset-export', { ifAvailable: true }, (lock) =>
            lock ? run(wish, signal) : { phase: 'failed' as const, reason: words.elsewhere },
          ),
        );
      } catch (error) {
        onState(signal.aborted ? { phase: 'cancelled' } : failed(error));
      } finally {
        running = undefined;
      }
    },
    cancel(): void {
      running?.abort();
    },
  };
}

function failed(error: unknown): ExportState {
  const leaks = error instanceof ExportError ? error.leaks : [];
  return { phase: 'failed', reason: sayError(error), ...(leaks.length > 0 && { leaks }) };
}
