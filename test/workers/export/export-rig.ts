import { vi } from 'vitest';
import type { DatasetSource } from '../../../src/dataset/dataset-source';
import type { DatasetProgress } from '../../../src/dataset/progress';
import { buffersOf } from '../../../src/workers/call-worker';
import { createDatasetExport, type ExportState } from '../../../src/workers/export/export-dataset';
import { createBlobSink } from '../../../src/workers/export/file-sink';
import { exportFailure } from '../../../src/workers/export/export-error';
import type { ExportJobRequest, ExportReply, StepRequest } from '../../../src/workers/export/messages';
import { type ExportStore, runStep } from '../../../src/workers/export/run-step';
import { createRunExport, runSteps } from '../../../src/workers/export/run-steps';
import { oneLikeSource, userUid } from '../one-like-source';

/** The state of the browser: stored likes, imports, and whether another page holds the lock. */
export const around = { likesStored: 1, imports: noImports(), isHeld: false, databaseId: 'first' };

function noImports(): ExportStore['imports'] {
  return { readImports: () => Promise.resolve([]), readImportedLikes: () => Promise.resolve([[]]) };
}

/** The browser's locks, which Node 20 lacks: one name, held while the callback runs. */
const locks = {
  async request(_name: string, _options: object, work: (lock: object | null) => Promise<unknown>) {
    if (around.isHeld) return work(null);
    around.isHeld = true;
    try {
      return await work({});
    } finally {
      around.isHeld = false;
    }
  },
};

/** The browser's Worker without its own thread: messages are copied both ways, and none arrive after its end. */
export class OwnWorker extends EventTarget {
  hasEnded = false;
  /** The workers it started, which end with it. */
  readonly steps: OwnWorker[] = [];
  /** All bytes and texts of its requests, concatenated. */
  asked = '';
  readonly #source: DatasetSource;

  constructor(source: DatasetSource) {
    super();
    this.#source = source;
  }

  postMessage(sent: ExportJobRequest | StepRequest, transfer: ArrayBuffer[] = []): void {
    this.asked = textIn(sent);
    this.#handle(structuredClone(sent, { transfer }), (data) => {
      if (!this.hasEnded)
        this.dispatchEvent(
          new MessageEvent('message', { data: structuredClone(data, { transfer: buffersOf(data) }) }),
        );
    }).catch((error: unknown) => {
      this.dispatchEvent(Object.assign(new Event('error'), { message: String(error) }));
    });
  }

  async #handle(request: ExportJobRequest | StepRequest, reply: (data: ExportReply) => void): Promise<void> {
    if (request.kind === 'export') {
      const onProgress = (progress: DatasetProgress) => reply({ kind: 'progress', progress });
      const failed = (error: unknown) => ({ kind: 'failed', failure: exportFailure(error) }) as const;
      reply(await runSteps(request.job, () => this.#startStep(), onProgress).catch(failed));
      return;
    }
    const readUserUids = () => Promise.resolve([userUid]);
    const store = {
      source: { ...this.#source, readUserUids },
      imports: around.imports,
      countLikes: () => Promise.resolve(around.likesStored),
      readDatabaseId: () => Promise.resolve(around.databaseId),
      openSink: () => Promise.resolve(createBlobSink()),
    };
    return runStep(request, store, reply);
  }

  createStep(): OwnWorker {
    return new OwnWorker(this.#source);
  }

  #startStep(): Worker {
    const step = this.createStep();
    this.steps.push(step);
    return step as unknown as Worker;
  }

  terminate(): void {
    this.hasEnded = true;
    for (const step of this.steps) step.terminate();
  }
}

function textIn(sent: ExportJobRequest | StepRequest): string {
  const bytes = buffersOf(sent).map((buffer) => Buffer.from(buffer).toString('latin1'));
  return [JSON.stringify(sent), ...bytes].join(' ');
}

export function anExport(
  from: DatasetSource = oneLikeSource,
  { startWorker = () => new OwnWorker(from), isFirefox = false } = {},
) {
  const offered: { file: Blob; name: string }[] = [];
  const told: ExportState[] = [];
  const workers: OwnWorker[] = [];
  const reserved: string[] = [];
  const cleared: string[] = [];
  const start = () => {
    const worker = startWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const datasetExport = createDatasetExport({
    runExport: createRunExport({ startCoordinator: start, startStep: start, isFirefox }),
    toolVersion: '0.1.0',
    reserve: () => {
      const name = `file ${reserved.push('') - 1}`;
      return Promise.resolve({ name, release: () => Promise.resolve() });
    },
    clear: ({ name }) => cleared.push(name),
    save: (file, name) => offered.push({ file, name }),
    onState: (state) => told.push(state),
  });
  const haveEnded = () =>
    workers.flatMap(({ hasEnded, steps }) => [hasEnded, ...steps.map((step) => step.hasEnded)]);
  return { datasetExport, offered, told, workers, haveEnded, cleared };
}

/** Before each test: no other page is open. */
export function calmBrowser(): void {
  Object.assign(around, { likesStored: 1, imports: noImports(), isHeld: false, databaseId: 'first' });
  vi.stubGlobal('navigator', { locks });
}
