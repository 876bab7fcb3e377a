import { describe, expect, it } from 'vitest';
import { createCrawlRunner } from '../../src/background/crawl-runner';

/** A crawl whose runs are ended by the test, one by one. */
function setUp({ crawling = true } = {}) {
  const log: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const state = { crawling, alarm: false, errors: [] as unknown[], isDead: false };
  const runner = createCrawlRunner({
    crawl: (signal) =>
      new Promise((resolve, reject) => {
        log.push('crawl');
        signal.addEventListener('abort', () => log.push('abort'));
        ends.push({ resolve, reject });
      }),
    isCrawling: () => Promise.resolve(state.crawling),
    keepAlarm: (isNeeded) => {
      state.alarm = isNeeded;
      return Promise.resolve();
    },
    recordError: (error) => {
      if (state.isDead) return Promise.reject(new Error('closed'));
      state.errors.push(error);
      return Promise.resolve();
    },
    reconnect: () => log.push('reconnect'),
    report: (what) => log.push(what),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { runner, log, ends, state, settle };
}

describe('the crawl runner', () => {
  it('starts one crawl, however often it is woken', async () => {
    const { runner, log, ends, state, settle } = setUp();
    const first = runner.wake();
    const second = runner.wake();
    await settle();
    expect(log).toEqual(['crawl']);
    state.crawling = false;
    ends[0]!.resolve();
    await Promise.all([first, second]);
    expect(log).toEqual(['crawl']);
  });

  it('checks for more work if it was woken during a crawl', async () => {
    const { runner, log, ends, settle } = setUp();
    const run = runner.wake();
    await settle();
    const again = runner.wake();
    ends[0]!.resolve();
    await settle();
    expect(log).toEqual(['crawl', 'crawl']);
    ends[1]!.resolve();
    await Promise.all([run, again]);
  });

  it('keeps an alarm while a crawl is wanted and clears it afterwards', async () => {
    const { runner, ends, state, settle } = setUp();
    const run = runner.wake();
    await settle();
    expect(state.alarm).toBe(true);
    state.crawling = false;
    ends[0]!.resolve();
    await run;
    expect(state.alarm).toBe(false);
  });

  it('does nothing when no crawl is wanted', async () => {
    const { runner, log } = setUp({ crawling: false });
    await runner.wake();
    expect(log).toEqual([]);
  });

  it('interrupts a wait on request', async () => {
    const { runner, log, ends, settle } = setUp();
    const run = runner.wake();
    await settle();
    runner.interrupt();
    expect(log).toEqual(['crawl', 'abort']);
    ends[0]!.resolve();
    await run;
  });

  it('records the error that ended a crawl, keeps the alarm, and can be woken again', async () => {
    const { runner, log, ends, state, settle } = setUp();
    const run = runner.wake();
    await settle();
    ends[0]!.reject(new Error('disk full'));
    await run;
    expect(state.errors).toEqual([new Error('disk full')]);
    expect(state.alarm).toBe(true);
    log.length = 0;
    const next = runner.wake();
    await settle();
    expect(log).toEqual(['crawl']);
    ends[1]!.resolve();
    await next;
  });

  it('keeps the alarm and reopens the connection even if the error cannot be recorded', async () => {
    const { runner, log, ends, state, settle } = setUp();
    const run = runner.wake();
    await settle();
    state.isDead = true;
    state.alarm = false;
    ends[0]!.reject(new Error('internal error opening backing store'));
    await run;
    expect(state.alarm).toBe(true);
    expect(log).toContain('reconnect');
    expect(log).toContain('record error');
  });
});
