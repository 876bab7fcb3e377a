import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowWorker } from '../../../src/popup/export/allow-worker';

const workerUrl = '/assets/export-worker.js';

type Rules = { createScriptURL: (url: string) => string };

/** The browser's trusted types, as far as one policy goes, and its Worker, which takes what came of that policy only. */
function fakePlatform() {
  const policies: { name: string; rules: Rules }[] = [];
  const started: unknown[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: Rules) => {
      policies.push({ name, rules });
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
    },
  });
  vi.stubGlobal('Worker', function Worker(url: unknown, options: WorkerOptions) {
    started.push([url, options.type]);
  });
  return { policies, started };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the door for the worker', () => {
  it('is one policy, through which one address passes, however often a worker is started', () => {
    const { policies, started } = fakePlatform();
    const startWorker = allowWorker(workerUrl);
    startWorker();
    startWorker();
    expect(policies.map(({ name }) => name)).toEqual(['export-worker']);
    expect(started).toEqual(Array(2).fill([{ trusted: workerUrl }, 'module']));
    for (const other of ['/assets/other.js', 'https://sketchfab.com/assets/export-worker.js', 'data:,', '']) {
      expect(() => policies[0]!.rules.createScriptURL(other)).toThrow(TypeError);
    }
  });

  it('is open where the browser knows no trusted types', () => {
    const { started } = fakePlatform();
    vi.stubGlobal('trustedTypes', undefined);
    allowWorker(workerUrl)();
    expect(started).toEqual([[workerUrl, 'module']]);
  });
});
