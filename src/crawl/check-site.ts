import {
  firstLikesPosition,
  firstListingPosition,
  likesUrl,
  listingUrl,
  modelUrl,
  robotsUrl,
} from '../sketchfab/addresses';
import type { Answer } from '../sketchfab/answer';
import { classifyResponse } from '../sketchfab/classify-response';
import type { ModelUid } from '../sketchfab/model-uid';
import { apiOrigin, siteOrigin } from '../sketchfab/site';
import { checkCatalogue, checkLikes, checkModel, checkRules, notRequested } from './check-part';
import { crawlDelayWithJitter } from './crawl-delay';
import type { Pace } from './crawler';
import { decide } from './decide';
import { hostAfter, type TakenTurn } from './host-after';
import { type HostState, nextAllowed } from './host-state';
import { meaningWithoutRules, readRules } from './read-rules';
import { type CheckedPart, isRules, type PartCheck, type RulesPart, type SiteCheck } from './site-check';
import { askedCrawlDelayMs, isAllowed, type SiteRules } from './site-rules';

/** Everything a check needs from outside. */
export type CheckTools = {
  /** As for a crawl, which must not run at the same time. */
  readonly fetchAnswer: (url: string) => Promise<Answer>;
  /** Resolves after `ms`, or as soon as `signal` is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly readPace: () => Promise<Pace>;
  readonly readHost: () => Promise<HostState>;
  /** Delays the next request, of a check or a crawl. */
  readonly saveHost: (host: HostState) => Promise<void>;
  readonly saveCheck: (check: SiteCheck) => Promise<void>;
  /** Any model that was captured, for a catalogue that cannot be read. */
  readonly anyModel: () => Promise<ModelUid | null>;
};

/** A check never waits longer than this for its turn, in ms; browsers end an event that takes five minutes. */
const longestWaitMs = 50_000;
/** A worker without a call to the browser for 30 s is ended. */
const longestSleepMs = 20_000;

/** Requests one URL when its turn has come, or says why that would take too long. */
type Request = (url: string, rules: SiteRules) => Promise<Answer | string>;

/**
 * Requests robots.txt of both hosts, a page of the catalogue, a model and a page of likes, with the delays and rules of a crawl,
 * and stores how well each was understood, but nothing of what it holds. Sends five requests at most. Rejects with the signal's
 * reason.
 */
export async function checkSite(tools: CheckTools, signal: AbortSignal): Promise<void> {
  const at = tools.now();
  const request = createRequest(tools, signal);
  const parts: PartCheck[] = [];
  let rules: SiteRules = {};
  /** Why nothing more is requested. */
  let obstacle: string | null = null;

  async function end(check: PartCheck): Promise<void> {
    parts.push(check);
    await tools.saveCheck({ at, parts: [...parts] });
  }

  async function take(part: CheckedPart, url: string, read: (answer: Answer) => PartCheck): Promise<void> {
    const why = obstacle ?? (await whyForbidden(part, url));
    if (why !== null) return end(notRequested(part, why));
    const answer = await request(url, rules);
    if (typeof answer === 'string') {
      obstacle = answer;
      return end(notRequested(part, answer));
    }
    if (isAboutClient(answer)) obstacle = 'Sketchfab did not answer the request before';
    await end(read(answer));
  }

  async function whyForbidden(part: CheckedPart, url: string): Promise<string | null> {
    if (isRules(part)) return null;
    const { origin } = new URL(url);
    if (!(origin in rules)) return 'robots.txt could not be read';
    const { crawlDespiteRobots } = await tools.readPace();
    return crawlDespiteRobots || isAllowed(rules, url) ? null : 'robots.txt asks crawlers not to read this';
  }

  const takeRules = (part: RulesPart, origin: string) =>
    take(part, robotsUrl(origin), (answer) => {
      const text = readRules(answer);
      if (text !== null) rules = { ...rules, [origin]: { text, readAt: at } };
      return checkRules(part, answer);
    });

  await tools.saveCheck({ at, parts: [] });
  await takeRules('siteRules', siteOrigin);
  await takeRules('apiRules', apiOrigin);
  let uid = await tools.anyModel();
  await take('catalogue', listingUrl(firstListingPosition), (answer) => {
    const catalogue = checkCatalogue(answer);
    uid = catalogue.modelUid ?? uid;
    return catalogue.check;
  });
  if (uid === null) {
    const why = () => obstacle ?? 'no model is known';
    await end(notRequested('model', why()));
    await end(notRequested('likes', why()));
    return;
  }
  const modelUid = uid;
  await take('model', modelUrl(modelUid), (answer) => checkModel(answer, modelUid));
  await take('likes', likesUrl(modelUid, firstLikesPosition), (answer) => checkLikes(answer, modelUid));
}

/** Whether a response tells that further ones would be of no use for now. */
function isAboutClient(answer: Answer): boolean {
  const { is } = classifyResponse(answer);
  return is === 'blocked' || is === 'throttled' || is === 'offline';
}

/** Sends one request after the other. The next one, of a check or a crawl, waits as long as after those of a crawl. */
function createRequest(tools: CheckTools, signal: AbortSignal): Request {
  const { now, random } = tools;
  return async (url, rules) => {
    const host = await tools.readHost();
    const due = nextAllowed(host, now());
    if (due - now() > longestWaitMs)
      return host.waitingFor === null
        ? 'the delay between requests is too long for a check'
        : 'Sketchfab asked for a longer wait';
    let { crawlDelayMs } = await tools.readPace();
    while (due > now() && !signal.aborted) {
      await tools.sleep(Math.min(due - now(), longestSleepMs), signal);
      ({ crawlDelayMs } = await tools.readPace());
    }
    signal.throwIfAborted();
    const minDelayMs = Math.max(crawlDelayMs, askedCrawlDelayMs(rules, url));
    const askedAt = now();
    // Stored before the request is sent: if this worker dies now, the next one keeps the delay.
    await tools.saveHost({ ...host, claimedUntil: askedAt + crawlDelayWithJitter(minDelayMs, 1) });
    const answer = await tools.fetchAnswer(url);
    const turn = { host, minDelayMs, latencyMs: now() - askedAt, now: now(), random: random() };
    await tools.saveHost(hostAfter(decisionOn(url, answer, turn), { ...turn, ...about }));
    return answer;
  };
}

/** To a crawl, the whole check is one subject of requests. */
const about = { subject: 'check', kind: 'rules', isNearEnd: true } as const;

/** A model or page that cannot be read says nothing about how soon to send the next request. */
function decisionOn(url: string, answer: Answer, turn: TakenTurn): Parameters<typeof hostAfter>[0] {
  const isReadable = url.endsWith('/robots.txt') && readRules(answer) !== null;
  if (isReadable) return { do: 'answer' };
  const meaning = url.endsWith('/robots.txt') ? meaningWithoutRules(answer) : classifyResponse(answer);
  const decision = decide(meaning, { ...turn, ...about, retryCount: 0, wasForbidden: false });
  return decision.do === 'read' || decision.do === 'give-up' ? { do: 'answer' } : decision;
}
