import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { digestResults } from './digest-results';

let code = '';
const here = digestResults();
const call = 'digestResults()';

beforeAll(async () => {
  const entry = fileURLToPath(new URL('browser-entry.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'unused' } },
  });
  const [output] = built as Rolldown.RolldownOutput[];
  code = output!.output[0].code;
}, 60_000);

function pathOf(context: TestContext, name: 'chromium' | 'firefox'): string {
  const path = findBrowser(name);
  if (path !== undefined) return path;
  const reason = `no ${name} was found; "npm test" installs it`;
  Object.assign(context.task.meta, { skipReason: reason });
  return context.skip(reason);
}

describe('all results are identical to the last bit', { timeout: 120_000 }, () => {
  it('in Chromium, as built', async (context) => {
    const browser = await chromium.launch({ executablePath: pathOf(context, 'chromium') });
    try {
      const page = await browser.newPage();
      await page.evaluate(code);
      expect(await page.evaluate(call)).toEqual(here);
    } finally {
      await browser.close();
    }
  });

  it('in Firefox, as built', async (context) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: pathOf(context, 'firefox'),
    });
    try {
      const page = await browser.newPage();
      await page.evaluate(code);
      expect(await page.evaluate(call)).toEqual(here);
    } finally {
      await browser.close();
    }
  });
});
