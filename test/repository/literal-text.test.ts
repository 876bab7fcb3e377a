import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

const eslint = new ESLint({ cwd: root });

/** Whether each line contains text that belongs in the catalogue. The probe borrows the name of a view. */
async function isRefused(lines: readonly string[]): Promise<boolean[]> {
  const [result] = await eslint.lintText(lines.join('\n'), {
    filePath: join(root, 'src/popup/controls/button.tsx'),
  });
  const fatal = result?.messages.find((message) => message.fatal);
  if (!result || fatal) throw new Error(`the probe was not read: ${fatal?.message ?? 'ignored'}`);
  return lines.map((_, index) =>
    result.messages.some(
      ({ line, ruleId, message }) =>
        line === index + 1 && ruleId === 'no-restricted-syntax' && message.includes('messages.json'),
    ),
  );
}

beforeAll(async () => {
  // The first probe is slow, because it reads the whole project.
  await isRefused(['export {};']);
}, 120_000);

describe('lint refuses text in a view', () => {
  const texts = [
    'export const a = <p>Nothing is lost.</p>;',
    'export const b = <button aria-label="Stop" />;',
    "export const c = <Button label={isOn ? 'stop' : 'start'} />;",
    'export const d = <Button label={`stop ${name}`} />;',
    "export const e = { stop: 'Stop' };",
    "export const f = 'Nothing is lost.';",
    "export const g = 'of them';",
    'export const h = `${count} models`;',
    'export const i = `about ${count}`;',
    'export const k = new Map([["stop", "Stop."]]);',
    "export const j = <p>{isOn && 'Nothing is lost.'}</p>;",
  ];

  it.each(texts)('%s', async (text) => {
    expect(await isRefused([text])).toEqual([true]);
  });
});

describe('lint allows what no person reads', () => {
  const code = [
    'export const a = <p class="small soft">{message(key)}</p>;',
    "export const b = () => { throw new Error('the passphrase is empty'); };",
    "export const c = new Error('the passphrase is empty');",
    "export const d = () => console.warn('Likes Out could not send', error);",
    "import e from './button and more';",
    "export const f = phase === 'part-done';",
    'export const g = `segment-${kind}`;',
    "export const h = 'aria-label';",
    "export const j = <Button label={message(view === 'tab' ? 'crawl_all' : 'crawl_stop')} />;",
    "export const i = error.name === 'QuotaExceededError';",
  ];

  it.each(code)('%s', async (text) => {
    expect(await isRefused([text])).toEqual([false]);
  });
});
