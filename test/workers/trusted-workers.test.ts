import { afterEach, describe, expect, it, vi } from 'vitest';
import { allowWorkers } from '../../src/workers/trusted-workers';

const [coordinatorUrl, stepUrl] = ['/assets/coordinator-worker.js', '/assets/step-worker.js'];

type Rules = { createScriptURL: (url: string) => string };

/** The browser's trusted types for one policy, and its Worker, which accepts only addresses from that policy. */
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

describe('starting workers under trusted types', () => {
  it('uses a single policy that allows only the addresses of workers, however often one is started', () => {
    const { policies, started } = fakePlatform();
    const startWorker = allowWorkers([coordinatorUrl, stepUrl]);
    for (const url of [coordinatorUrl, stepUrl, stepUrl]) startWorker(url);
    expect(policies.map(({ name }) => name)).toEqual(['dataset-worker']);
    expect(started).toEqual([coordinatorUrl, stepUrl, stepUrl].map((url) => [{ trusted: url }, 'module']));
    for (const other of ['/assets/other.js', `https://sketchfab.com${coordinatorUrl}`, 'data:,', '']) {
      expect(() => policies[0]!.rules.createScriptURL(other)).toThrow(TypeError);
      expect(() => startWorker(other)).toThrow(TypeError);
    }
  });

  it('starts workers in a browser without trusted types', () => {
    const { started } = fakePlatform();
    vi.stubGlobal('trustedTypes', undefined);
    allowWorkers([coordinatorUrl])(coordinatorUrl);
    expect(started).toEqual([[coordinatorUrl, 'module']]);
  });
});
