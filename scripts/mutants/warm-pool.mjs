import { ForksPoolWorker } from 'vitest/node';

/** @typedef {import('vitest/node').PoolWorker} PoolWorker */
/** @typedef {import('vitest/node').PoolOptions} PoolOptions */
/** @typedef {{ readonly worker: ForksPoolWorker, isRunning: boolean, isReady: boolean }} WarmProcess */

/**
 * One process for each environment (Node, jsdom), kept from one run to the next. Starting a process and importing a test
 * file with all it needs takes a second or more, most tests a few milliseconds, and there are ten thousand mutants.
 * @type {Map<string, WarmProcess>}
 */
const processes = new Map();

/** Ends the processes; the next run starts new ones. */
export async function endProcesses() {
  const ended = [...processes.values()].filter(({ isRunning }) => isRunning);
  processes.clear();
  await Promise.all(ended.map(({ worker }) => worker.stop()));
}

/** Ends them whatever they are doing: a mutant may have made an endless loop. */
export function killProcesses() {
  for (const { worker } of processes.values()) {
    /** @type {{ _fork?: import('node:child_process').ChildProcess }} */ (
      /** @type {unknown} */ (worker)
    )._fork?.kill('SIGKILL');
  }
  processes.clear();
}

/** @implements {PoolWorker} */
class WarmWorker {
  name = 'warm';
  cacheFs = true;
  #kept;
  /** @type {((message: unknown) => void)[]} */
  #onMessage = [];
  /** @type {[string, (arg: unknown) => void][]} */
  #listeners = [];

  /** @param {PoolOptions} options */
  constructor(options) {
    const key = JSON.stringify([options.environment.name, options.environment.options]);
    const kept = processes.get(key) ?? {
      worker: new ForksPoolWorker(options),
      isRunning: false,
      isReady: false,
    };
    processes.set(key, kept);
    this.#kept = kept;
  }

  /** @param {string} event @param {(arg: unknown) => void} callback */
  on(event, callback) {
    if (event === 'message') this.#onMessage.push(callback);
    this.#listeners.push([event, callback]);
    this.#kept.worker.on(event, callback);
  }

  /** @param {string} event @param {(arg: unknown) => void} callback */
  off(event, callback) {
    this.#kept.worker.off(event, callback);
  }

  /** Vitest starts and stops a worker around each run: this one is only started once, and never stopped. */
  /** @param {import('vitest/node').WorkerRequest} message */
  send(message) {
    const isRequest = '__vitest_worker_request__' in message;
    if (isRequest && message.type === 'stop') this.#answer('stopped');
    else if (isRequest && message.type === 'start' && this.#kept.isReady) this.#answer('started');
    else {
      if (isRequest && message.type === 'start') this.#kept.isReady = true;
      this.#kept.worker.send(message);
    }
  }

  /** @param {string} type */
  #answer(type) {
    for (const tell of this.#onMessage) tell({ type, __vitest_worker_response__: true });
  }

  async start() {
    if (this.#kept.isRunning) return;
    await this.#kept.worker.start();
    this.#kept.isRunning = true;
  }

  stop() {
    for (const [event, callback] of this.#listeners) {
      try {
        this.#kept.worker.off(event, callback);
      } catch {
        // The process has ended.
      }
    }
    return Promise.resolve();
  }

  /** @param {unknown} data */
  deserialize(data) {
    return data;
  }
}

export const warmPool = {
  name: 'warm',
  /** @param {PoolOptions} options */
  createPoolWorker: (options) => new WarmWorker(options),
};
