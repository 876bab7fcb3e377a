import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowWorkers } from '../../src/workers/trusted-workers';

const [exportUrl, datasetUrl] = ['/assets/export-worker.js', '/assets/dataset-worker.js'];

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

describe('the door for the workers', () => {
  it('is one policy, through which their addresses pass and no other, however often one is started', () => {
    const { policies, started } = fakePlatform();
    const startWorker = allowWorkers([exportUrl, datasetUrl]);
    for (const url of [exportUrl, datasetUrl, datasetUrl]) startWorker(url);
    expect(policies.map(({ name }) => name)).toEqual(['export-worker']);
    expect(started).toEqual([exportUrl, datasetUrl, datasetUrl].map((url) => [{ trusted: url }, 'module']));
    for (const other of ['/assets/other.js', `https://sketchfab.com${exportUrl}`, 'data:,', '']) {
      expect(() => policies[0]!.rules.createScriptURL(other)).toThrow(TypeError);
      expect(() => startWorker(other)).toThrow(TypeError);
    }
  });

  it('is open where the browser knows no trusted types', () => {
    const { started } = fakePlatform();
    vi.stubGlobal('trustedTypes', undefined);
    allowWorkers([exportUrl])(exportUrl);
    expect(started).toEqual([[exportUrl, 'module']]);
  });
});
