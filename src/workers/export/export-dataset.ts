import { type DatasetOptions, defaultDatasetOptions } from '../../dataset/dataset-options';
import { datasetFileName } from '../../dataset/dataset-summary';
import type { ChosenModels } from '../../dataset/filter/chosen-models';
import { exclusionEntries } from '../../dataset/filter/exclusions';
import type { StepId } from '../../dataset/progress';
import { createOneTimeKey, type PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import { type ExportFailure, exportFailure } from './export-error';
import type { ExportJob, ExportReply, PartIdentity } from './messages';
import type { Reserved } from './private-files';
import type { RunExport } from './run-steps';

/** What is not given has its default: all files of everything, under a key that nobody keeps. */
export type ExportRequest = {
  readonly options?: DatasetOptions;
  readonly key?: PseudonymKey;
  readonly chosen?: ChosenModels;
  readonly part?: PartIdentity;
};

/** How far the last "Download dataset" of this page has come. */
export type ExportState =
  | { readonly phase: 'none' | 'cancelled' }
  /** The share is from 0 to 1; `path` is the file that is being written. */
  | {
      readonly phase: 'running';
      readonly share: number;
      readonly step: StepId | 'start';
      readonly path?: string;
    }
  | {
      readonly phase: 'done';
      readonly fileName: string;
      readonly models: number;
      /** Those whose complete list of likes is in the file. */
      readonly completeModels: number;
      readonly likes: number;
      readonly users: number;
      /** By the filters, of what is stored here. */
      readonly likesLeftOut?: number;
      /** The entries of the exclusion list that match no known user or model. */
      readonly unmatchedExclusions?: readonly string[];
      /** User names that occur as names, tags, categories or licences of models, up to a limit; most are ordinary words. */
      readonly mentions?: readonly string[];
      readonly mentionCount?: number;
      /** The number of imports whose likes are not in the file, since they were made with another key. */
      readonly importsLeftOut?: number;
      /** The number of captured models that are not in the file, since the site has not shown them to everyone. */
      readonly modelsNotPublic?: number;
    }
  | {
      readonly phase: 'part-done';
      readonly fileName: string;
      readonly models: number;
      readonly likes: number;
      readonly users: number;
    }
  | { readonly phase: 'failed'; readonly failure: ExportFailure };

type DoneReply = Extract<ExportReply, { kind: 'done' }>;

type Tools = {
  readonly runExport: RunExport;
  readonly toolVersion: string;
  /** Reserves the name of the file that is kept until it is downloaded. */
  readonly reserve: () => Promise<Reserved>;
  /** Releases a file that is no longer needed. No export waits for it. */
  readonly clear: (file: Reserved) => void;
  readonly save: (file: Blob, fileName: string) => void;
  readonly onState: (state: ExportState) => void;
};

/** One export at a time, over all pages of this browser: a second press while one runs does nothing. */
export function createDatasetExport({ runExport, toolVersion, reserve, clear, save, onState }: Tools) {
  let running: AbortController | undefined;
  let saved: Reserved | undefined;

  async function run(
    { options, key, chosen, part }: ExportRequest,
    signal: AbortSignal,
  ): Promise<ExportState> {
    const exportedAt = new Date();
    const reserved = await reserve();
    const job: ExportJob = {
      options: options ?? defaultDatasetOptions,
      key: key ?? createOneTimeKey((bytes) => crypto.getRandomValues(bytes)),
      exportedAt,
      toolVersion,
      storedAs: reserved.name,
      ...(chosen && { chosen }),
      ...(part && { part }),
    };
    try {
      const result = await runExport(job, (progress) => onState({ phase: 'running', ...progress }), signal);
      const fileName = part ? partFileName(exportedAt, part.run) : datasetFileName(exportedAt);
      save(result.file, fileName);
      // The download before this one has had time enough.
      const before = saved;
      saved = reserved;
      if (before) clear(before);
      return result.kind === 'done'
        ? doneState(fileName, job.options, result)
        : { phase: 'part-done', fileName, ...result.counts };
    } catch (error) {
      clear(reserved);
      throw error;
    }
  }

  return {
    /** The request may take a while: stretching a passphrase takes half a second. */
    async start(request: ExportRequest | (() => Promise<ExportRequest>) = {}): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      onState({ phase: 'running', share: 0, step: 'start' });
      try {
        onState(
          await navigator.locks.request('dataset-export', { ifAvailable: true }, async (lock) =>
            lock
              ? run(typeof request === 'function' ? await request() : request, signal)
              : { phase: 'failed' as const, failure: { code: 'alreadyRunning' } as const },
          ),
        );
      } catch (error) {
        onState(signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', failure: exportFailure(error) });
      } finally {
        running = undefined;
      }
    },
    cancel(): void {
      running?.abort();
    },
    /** Removes the file that was saved last, whether its download has ended or not. */
    async forget(): Promise<void> {
      const last = saved;
      saved = undefined;
      await last?.release();
    },
  };
}

function doneState(
  fileName: string,
  { excluded }: DatasetOptions,
  { summary, importsLeftOut }: DoneReply,
): ExportState {
  const { models, completeModels, likes, users, likesLeftOut, modelsNotPublic } = summary;
  const entries = exclusionEntries(excluded);
  return {
    phase: 'done',
    fileName,
    models,
    completeModels,
    likes,
    users,
    likesLeftOut,
    // The workers that write the file do not know whom it leaves out; this page does.
    unmatchedExclusions: summary.unmatchedExclusions.flatMap((index) => entries[index]?.text ?? []),
    ...summary.mentions,
    importsLeftOut,
    modelsNotPublic,
  };
}

/** With the run in its name, so that the parts of a whole team can lie in one folder. */
export function partFileName(exportedAt: Date, run: string): string {
  return `sketchfab-likes-part-${exportedAt.toISOString().slice(0, 10)}-${run}.zip`;
}
