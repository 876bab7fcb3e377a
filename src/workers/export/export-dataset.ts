import { type DatasetOptions, defaultDatasetOptions } from '../../dataset/dataset-options';
import { datasetFileName } from '../../dataset/dataset-summary';
import { countExclusions, type ExclusionCounts } from '../../dataset/filter/exclusions';
import type { Leak } from '../../dataset/leak-scan/leak-report';
import type { DatasetProgress } from '../../dataset/progress';
import { createOneTimeKey, type PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import { errorMessage } from '../../messaging/error-message';
import { ExportError, type ExportReply, type PartIdentity } from './messages';
import type { Reserved } from './private-files';
import type { RunExport } from './run-steps';

const words = {
  elsewhere: 'Another page of Likes Out is writing the dataset already.',
  starting: 'Starting',
};

/** What is left open has its default: all files of everything, under a key that nobody keeps. */
export type ExportRequest = {
  readonly options?: DatasetOptions;
  readonly key?: PseudonymKey;
  readonly part?: PartIdentity;
};

/** What became of the last "Download dataset" of this page. */
export type ExportState =
  | { readonly phase: 'none' | 'cancelled' }
  /** The share is from 0 to 1, `null` where nobody can tell; `doing` is such as "Reading likes". */
  | { readonly phase: 'running'; readonly share: number | null; readonly doing: string }
  | {
      readonly phase: 'done';
      readonly fileName: string;
      readonly models: number;
      /** Those whose whole list of likes is in the file. */
      readonly completeModels: number;
      readonly likes: number;
      readonly users: number;
      /** Of what is known here, by the person's choices. */
      readonly likesLeftOut?: number;
      /** Lines of the list of those to leave out, and how many of them are nobody and nothing. */
      readonly exclusions?: ExclusionCounts;
      /** User names that stand in names, tags or categories of models, as far as they are shown; most are words. */
      readonly mentions?: readonly string[];
      readonly mentionCount?: number;
      /** Imports whose likes are not in the file, since they were made under another key. */
      readonly importsLeftOut?: number;
    }
  | {
      readonly phase: 'part-done';
      readonly fileName: string;
      readonly models: number;
      readonly likes: number;
      readonly users: number;
    }
  /** `leaks` where the files held what must not leave, each with its file and line. */
  | { readonly phase: 'failed'; readonly reason: string; readonly leaks?: readonly Leak[] };

type DoneReply = Extract<ExportReply, { kind: 'done' }>;

type Tools = {
  readonly runExport: RunExport;
  readonly toolVersion: string;
  /** Where the file is to lie until it is downloaded. */
  readonly reserve: () => Promise<Reserved>;
  /** Lets go of a file that is no longer needed. How that ends is no matter of any export. */
  readonly clear: (file: Reserved) => void;
  readonly offer: (file: Blob, fileName: string) => void;
  readonly onState: (state: ExportState) => void;
};

/** One export at a time, in this page and over all pages of this browser: the second press finds the first at work. */
export function createDatasetExport({ runExport, toolVersion, reserve, clear, offer, onState }: Tools) {
  let running: AbortController | undefined;
  let offered: Reserved | undefined;

  async function run({ options, key, part }: ExportRequest, signal: AbortSignal): Promise<ExportState> {
    const exportedAt = new Date();
    const reserved = await reserve();
    const order = {
      options: options ?? defaultDatasetOptions,
      key: key ?? createOneTimeKey((bytes) => crypto.getRandomValues(bytes)),
      exportedAt,
      toolVersion,
      storedAs: reserved.name,
      ...(part && { part }),
    };
    try {
      const onProgress = ({ share, doing }: DatasetProgress) => onState({ phase: 'running', share, doing });
      const answer = await runExport(order, onProgress, signal);
      const fileName = part ? partFileName(exportedAt, part.run) : datasetFileName(exportedAt);
      offer(answer.file, fileName);
      // The download before this one has had its time.
      const before = offered;
      offered = reserved;
      if (before) clear(before);
      return answer.kind === 'done'
        ? doneState(fileName, order.options, answer)
        : { phase: 'part-done', fileName, ...answer.counts };
    } catch (error) {
      clear(reserved);
      throw error;
    }
  }

  return {
    /** The wish may take its time: to stretch a passphrase is half a second. */
    async start(request: ExportRequest | (() => Promise<ExportRequest>) = {}): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      onState({ phase: 'running', share: 0, doing: words.starting });
      try {
        onState(
          await navigator.locks.request('dataset-export', { ifAvailable: true }, async (lock) =>
            lock
              ? run(typeof request === 'function' ? await request() : request, signal)
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
    /** Nothing stays here of the file that was offered last, whether its download has ended or not. */
    async forget(): Promise<void> {
      const last = offered;
      offered = undefined;
      await last?.release();
    },
  };
}

function doneState(
  fileName: string,
  { excluded }: DatasetOptions,
  { summary, importsLeftOut }: DoneReply,
): ExportState {
  const { models, completeModels, likes, users, likesLeftOut, lists } = summary;
  return {
    phase: 'done',
    fileName,
    models,
    completeModels,
    likes,
    users,
    likesLeftOut,
    // The workers that write the file are not told whom it leaves out; this page knows.
    exclusions: countExclusions(excluded, lists),
    ...summary.mentions,
    importsLeftOut,
  };
}

function failed(error: unknown): ExportState {
  const leaks = error instanceof ExportError ? error.leaks : [];
  return { phase: 'failed', reason: errorMessage(error), ...(leaks.length > 0 && { leaks }) };
}

/** Under its run, so that the parts of a whole team lie in one folder. */
export function partFileName(exportedAt: Date, run: string): string {
  return `sketchfab-likes-part-${exportedAt.toISOString().slice(0, 10)}-${run}.zip`;
}
