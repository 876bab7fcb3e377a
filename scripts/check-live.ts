import { setTimeout as passed } from 'node:timers/promises';
import { fetchAnswer } from '../src/background/fetch-answer';
import { checkSite, type CheckTools } from '../src/crawl/check-site';
import { calmHost, type HostState } from '../src/crawl/host-state';
import { checkedParts, type SiteCheck } from '../src/crawl/site-check';
import { siteCheckReport } from '../src/crawl/site-check-report';
import { exitWithError } from './exit-with-error.mjs';

/**
 * The same as "Check Sketchfab", for developers: five requests to the real site, a second apart, without cookies. Prints the
 * report, and fails unless everything was understood.
 */
async function checkLive(): Promise<void> {
  let host: HostState = calmHost;
  let check: SiteCheck | undefined;
  const tools: CheckTools = {
    fetchAnswer: (url) => fetchAnswer(url, 'omit', () => true),
    sleep: (ms) => passed(ms),
    now: Date.now,
    random: Math.random,
    readPace: () => Promise.resolve({ crawlDelayMs: 1_000, crawlConcurrency: 1, crawlDespiteRobots: false }),
    readHost: () => Promise.resolve(host),
    saveHost: (next) => {
      host = next;
      return Promise.resolve();
    },
    saveCheck: (next) => {
      check = next;
      return Promise.resolve();
    },
    anyModel: () => Promise.resolve(null),
  };
  await checkSite(tools, new AbortController().signal);
  if (check) console.log(siteCheckReport(check));
  const understood = check?.parts.filter(({ result }) => result === 'understood').length;
  if (understood !== checkedParts.length) process.exitCode = 1;
}

await checkLive().catch(exitWithError);
