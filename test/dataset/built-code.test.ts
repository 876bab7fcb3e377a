import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { setImmediate as ownSetImmediate } from '../../src/dataset/zip/set-immediate';
import config from '../../vite.config';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The whole floor as the extension's build would bundle it. */
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

const codeOfStrings = /\bFunction\s*\(|\beval\s*\(/;

describe('the built code', () => {
  it('makes no code of strings', async () => {
    const { resolve = {}, build: options } = config;
    const code = await bundle({ resolve, transform: options?.rolldownOptions?.transform ?? {} });
    expect(code).toContain('generateInternalStream');
    expect(code).toContain('MessageChannel()');
    expect(code).not.toMatch(codeOfStrings);
  });

  it('would make some with the polyfill that jszip brings', async () => {
    const alias = [{ find: /^jszip$/, replacement: 'jszip/lib/index.js' }];
    expect(await bundle({ resolve: { alias } })).toMatch(codeOfStrings);
  });
});

describe('our setImmediate', () => {
  it('runs each callback once, later and in order', async () => {
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
