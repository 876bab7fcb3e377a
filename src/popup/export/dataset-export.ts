import { defaultChoices, type DatasetChoices } from '../../dataset/dataset-choices';
import { datasetFileName } from '../../dataset/dataset-file-name';
import { createOneTimeKey, type PseudonymKey } from '../../dataset/pseudonym-key';
import { sayError } from '../../messaging/say-error';
import type { ExportState } from '../snapshot';
import { askWorker, ExportError } from './ask-worker';
import type { ExportReply, PartWish } from './export-messages';
import { partFileName } from './part-file-name';

const words = {
  elsewhere: 'Another page of Likes Out is writing the dataset already.',
  starting: 'Starting',
  part: 'Writing the part',
};

/** What is left open has its default: all files of everything, under a key that nobody keeps. */
export type ExportWish = {
  readonly choices?: DatasetChoices;
  readonly key?: PseudonymKey;
  readonly part?: PartWish;
};

type DoneReply = Extract<ExportReply, { kind: 'done' }>;

type Tools = {
  readonly startWorker: () => Worker;
  readonly toolVersion: string;
  readonly offer: (file: Blob, fileName: string) => void;
  readonly onState: (state: ExportState) => void;
};

/** One export at a time, in this page and over all pages of this browser: the second press finds the first at work. */
export function createDatasetExport({ startWorker, toolVersion, offer, onState }: Tools) {
  let running: AbortController | undefined;

  async function run({ choices, key, part }: ExportWish, signal: AbortSignal): Promise<ExportState> {
    const exportedAt = new Date();
    const order = {
      choices: choices ?? defaultChoices,
      key: key ?? createOneTimeKey((bytes) => crypto.getRandomValues(bytes)),
      exportedAt,
      toolVersion,
      ...(part && { part }),
    };
    if (part) onState({ phase: 'running', share: null, doing: words.part });
    const answer = await askWorker(
      startWorker(),
      order,
      ({ share, doing }) => onState({ phase: 'running', share, doing }),
      signal,
    );
    const fileName = part ? partFileName(exportedAt, part.run) : datasetFileName(exportedAt);
    offer(answer.file, fileName);
    return answer.kind === 'done'
      ? doneState(fileName, answer)
      : { phase: 'part-done', fileName, ...answer.counts };
  }

  return {
    /** The wish may take its time: to stretch a passphrase is half a second. */
    async start(wish: ExportWish | (() => Promise<ExportWish>) = {}): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      onState({ phase: 'running', share: 0, doing: words.starting });
      try {
        onState(
          await navigator.locks.request('dataset-export', { ifAvailable: true }, async (lock) =>
            lock
              ? run(typeof wish === 'function' ? await wish() : wish, signal)
              : { phase: 'failed' as const, reason: words.elsewhere },
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

function doneState(fileName: string, { summary, importsLeftOut }: DoneReply): ExportState {
  const { models, completeModels, likes, users } = summary;
  return {
    phase: 'done',
    fileName,
    models,
    completeModels,
    likes,
    users,
    ...summary.mentions,
    importsLeftOut,
  };
}

function failed(error: unknown): ExportState {
  const leaks = error instanceof ExportError ? error.leaks : [];
  return { phase: 'failed', reason: sayError(error), ...(leaks.length > 0 && { leaks }) };
}
