import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { setImmediate as ownSetImmediate } from '../../../src/dataset/zip/set-immediate';
import config from '../../../vite.config';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The dataset layer as the extension's build would bundle it. */
async function bundle(settings: Pick<InlineConfig, 'resolve'> & { transform?: object }): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: settings.resolve ?? {},
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: `${root}src/dataset/write-dataset.ts`,
        preserveEntrySignatures: 'strict',
        transform: settings.transform ?? {},
      },
    },
  });
  const { output: chunks } = output as Rolldown.RolldownOutput;
  return chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}

const evaluatesStrings = /\bFunction\s*\(|\beval\s*\(/;

describe('the built dataset layer', () => {
  it('evaluates no strings as code', async () => {
    const { resolve = {}, build: options } = config;
    const code = await bundle({ resolve, transform: options?.rolldownOptions?.transform ?? {} });
    expect(code).toContain('generateInternalStream');
    expect(code).toContain('MessageChannel()');
    expect(code).not.toMatch(evaluatesStrings);
  });

  it('would do so with the polyfill of JSZip', async () => {
    const alias = [{ find: /^jszip$/, replacement: 'jszip/lib/index.js' }];
    expect(await bundle({ resolve: { alias } })).toMatch(evaluatesStrings);
  });
});

describe('setImmediate', () => {
  it('runs each callback once, asynchronously and in order', async () => {
    const ran: string[] = [];
    ownSetImmediate(() => ran.push('first'));
    const second = new Promise<void>((resolve) => {
      ownSetImmediate(() => {
        ran.push('second');
        resolve();
      });
    });
    ran.push('now');
    await second;
    expect(ran).toEqual(['now', 'first', 'second']);
  });
});
