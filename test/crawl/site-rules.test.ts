import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askedCrawlDelayMs, isAllowed } from '../../src/crawl/site-rules';
import { likesUrl, listingUrl, modelUrl, robotsUrl } from '../../src/sketchfab/addresses';
import { siteOrigin } from '../../src/sketchfab/site';
import { modelUid } from './small-world';

type Parse = typeof robotsParser;

const handedOver = vi.hoisted(() => ({ texts: [] as string[] }));

// The real library with a spy, since the text passed to it decides how much memory it takes.
vi.mock('robots-parser', async (importOriginal) => {
  const { default: parse } = await importOriginal<{ readonly default: Parse }>();
  return {
    default: (url: string, text: string) => {
      handedOver.texts.push(text);
      // The first file below would take 4 GB if it were passed whole.
      if (entriesOf(text) > 1_000_000) throw new Error(`${entriesOf(text)} entries for the parser`);
      return parse(url, text);
    },
  };
});

const url = likesUrl(modelUid(1), 'count=24');
const rulesOf = (text: string) => ({ [siteOrigin]: { text, readAt: 0 } });
const repeat = (count: number, line: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => line(nth)).join('\n');

beforeEach(() => {
  handedOver.texts = [];
});

/** The most entries that the parser keeps of a text: each rule once per agent of its group. */
function entriesOf(text: string): number {
  const lines = text.split('\n');
  const agents = lines.filter((line) => /^user-agent/i.test(line)).length;
  return agents * (lines.length - agents);
}

describe('a robots.txt made to exhaust memory', () => {
  const agents = repeat(10_000, (nth) => `User-agent: a${nth}`);
  const rules = repeat(10_000, (nth) => `Disallow: /x${nth}/`);

  it.each<[string, string, boolean]>([
    ['many rules for many other agents', `${agents}\n${rules}`, true],
    ['a group for Likes Out among them', `${agents}\nUser-agent: LikesOut\n${rules}`, false],
    ['a group for everyone', `${agents}\nUser-agent: *\n${rules}`, false],
    ['the same rule repeated', `User-agent: *\n${repeat(40_000, () => 'Disallow: /x')}`, true],
    ['the same agent repeated', `${repeat(10_000, () => 'User-agent: *')}\n${rules}`, false],
    ['one rule of 300 kB for Likes Out', `User-agent: LikesOut\nDisallow: /${'*a'.repeat(150_000)}`, false],
    ['one rule of 300 kB for everyone', `User-agent: *\nAllow: /${'*a'.repeat(150_000)}`, false],
  ])('passes few lines to the parser: %s', (_, text, isReadable) => {
    expect(text.length).toBeGreaterThan(200_000);
    expect(isAllowed(rulesOf(text), url)).toBe(isReadable);
    expect(handedOver.texts).toHaveLength(1);
    expect(entriesOf(handedOver.texts[0]!)).toBeLessThanOrEqual(2_001);
    expect(handedOver.texts[0]!.length).toBeLessThan(100_000);
  });

  it('keeps the delay it asks for', () => {
    const text = `User-agent: *\n${rules}\nCrawl-delay: 7`;
    expect(isAllowed(rulesOf(text), url)).toBe(false);
    expect(askedCrawlDelayMs(rulesOf(text), url)).toBe(7_000);
  });
});

describe('a robots.txt made to exhaust time', () => {
  const stars = (nth: number) => `Disallow: /i/${'*'.repeat(1_900)}x${nth}`;
  const longUrl = likesUrl(modelUid(1), 'cursor=1111111111111111111111111111111111111111111111111111111111');

  it.each([
    ['rules of many asterisks', repeat(1_900, stars)],
    ['rules that are encoded', repeat(1_900, (nth) => `Disallow: /i/*${'ü'.repeat(300)}${nth}`)],
    ['rules of one asterisk', repeat(1_900, (nth) => `Disallow: /*${'1'.repeat(40)}x${nth}`)],
  ])('counts as forbidding, and takes next to no time for each request: %s', (_, text) => {
    const rules = rulesOf(`User-agent: *\n${text}`);
    expect(isAllowed(rules, longUrl)).toBe(false);
    const before = process.cpuUsage();
    for (let request = 0; request < 20; request += 1) isAllowed(rules, longUrl);
    expect(process.cpuUsage(before).user / 1_000 / 20).toBeLessThan(20);
  });

  it('is still read if its wildcards are as many as a large one has', () => {
    const text = `User-agent: *\n${repeat(300, (nth) => `Disallow: /*/private/page-${nth}*.html$`)}`;
    expect(isAllowed(rulesOf(text), url)).toBe(true);
    expect(isAllowed(rulesOf(`${text}\nDisallow: /i/*count=`), url)).toBe(false);
  });

  it('takes next to no time with as many wildcards as are read', () => {
    const text = `User-agent: *\n${repeat(5, stars)}`;
    expect(isAllowed(rulesOf(text), longUrl)).toBe(true);
    const before = process.cpuUsage();
    for (let request = 0; request < 20; request += 1) isAllowed(rulesOf(text), longUrl);
    expect(process.cpuUsage(before).user / 1_000 / 20).toBeLessThan(20);
  });
});

describe('the rules that concern Likes Out', () => {
  const line = fc.constantFrom(
    'User-agent: *',
    'User-agent: LikesOut',
    'user-AGENT:likesout/0.1 # us',
    'User-agent: LikesOutBot',
    'User-agent: GPTBot',
    'User-agent:',
    'User-agent: */2',
    'Disallow: /',
    'Disallow: /i/',
    'Disallow: /i/likes # a remark',
    'DISALLOW :/i/*count=',
    'Disallow: /v3/models$',
    'Disallow: /i/mod%65ls',
    'Disallow: /ü',
    'Disallow:',
    'Disallow',
    'Allow: /i/likes',
    'allow: /i/',
    'Allow: *sort_by',
    'Allow:',
    'Crawl-delay: 10',
    'Crawl-delay: soon',
    'Crawl-delay:',
    'Crawl-delay: -3',
    'Sitemap: https://sketchfab.com/sitemap.xml',
    'Noindex: /i/',
    ': /',
    '# Disallow: /',
    '   ',
    '',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));
  const urls = [url, modelUrl(modelUid(1)), listingUrl('sort_by=-likeCount')];

  it('lead to the same verdict as the whole file', () => {
    fc.assert(
      fc.property(text, (file) => {
        for (const asked of urls) {
          const { origin } = new URL(asked);
          const whole = robotsParser(robotsUrl(origin), file);
          const rules = { [origin]: { text: file, readAt: 0 } };
          expect(isAllowed(rules, asked)).toBe(!whole.isDisallowed(asked, 'LikesOut'));
          const delay = Math.max(0, whole.getCrawlDelay('LikesOut') ?? 0);
          expect(askedCrawlDelayMs(rules, asked)).toBe(delay * 1_000);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
