import { afterEach, beforeEach, expect, vi } from 'vitest';
import { capture } from '../../src/content/capture';
import { followCaptureSwitch } from '../../src/content/follow-capture-switch';
import { parsePageReport, type PageReport } from '../../src/messaging/page-report';
import type { ModelFacts } from '../../src/sketchfab/model-facts';
import { createFakeBrowser } from './fake-browser';

/** The platform of the running test; each test file mocks webextension-polyfill with it. */
export let browser: ReturnType<typeof createFakeBrowser>;

export const uid = (index: number): string => index.toString(16).padStart(32, '0');

export const card = (index: number, likes = '5'): string =>
  `<div class="card card-model" data-uid="${uid(index)}"><meta itemprop="name" content="Model ${index}">
   <div class="card__footer__stats --likes"><span class="count">${likes}</span></div></div>`;

export const cards = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => card(from + i)).join('');

/** The reports sent to the worker, which must accept each of them. */
export function reports(): PageReport[] {
  return browser.received.map(({ name, payload }) => {
    expect(name).toBe('recordSightings');
    return parsePageReport(payload);
  });
}

export const sighted = (): ModelFacts[] => reports().flatMap(({ sightings }) => sightings);
export const append = (html: string): void => document.body.insertAdjacentHTML('beforeend', html);
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

let endLast = (): void => undefined;

export function start(): void {
  let pages = 0;
  endLast = followCaptureSwitch((end) =>
    capture(document, { nextPageSerial: () => pages++, onOrphaned: end }),
  );
}

/** Starts as after consent, and advances the clock by a second. */
export async function startCapturing(): Promise<void> {
  browser.change({ consent: true });
  start();
  await pass(1_000);
}

/** Gives each test an empty list page of the site and a clock that it controls. */
export function openPages(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    browser = createFakeBrowser();
    history.replaceState(null, '', '/3d-models/popular');
    document.head.innerHTML = '';
    document.body.innerHTML = '';
  });

  afterEach(async () => {
    browser.change({ autoCapture: false });
    endLast();
    await pass(0);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
