import { expect } from 'vitest';
import { askedCrawlDelayMs, areDue, isAllowed } from '../../src/crawl/site-rules';
import { likesUrl, listingUrl, modelUrl } from '../../src/sketchfab/addresses';
import { siteOrigin } from '../../src/sketchfab/site';
import { modelUid } from '../crawl/small-world';
import { diceOf, type Dice } from './dice';
import { mutate } from './mutate';

const lines = [
  'User-agent: *',
  'User-agent: LikesOut',
  'user-AGENT:likesout/0.1 # us',
  'Disallow: /i/',
  'Disallow: /*?*cursor=*$',
  'Allow: /i/likes',
  'Disallow:',
  'Crawl-delay: 10',
  'Crawl-delay: 1e9',
  'Crawl-delay: NaN',
  'Sitemap: javascript:alert(1)',
  'Host: evil.example',
  '%%%: %zz%',
  `Disallow: /${'*a'.repeat(60)}$`,
  '\u0000\ufeff\u2028',
  '',
];

/** Reads `count` broken robots.txt files; throws if one crashes, takes long, or gives a delay above the maximum. */
export function fuzzRobots(count: number, seed: number): void {
  const dice = diceOf(seed);
  const urls = [
    likesUrl(modelUid(1), 'count=24&cursor=a'),
    modelUrl(modelUid(1)),
    listingUrl('sort_by=-likeCount'),
  ];
  for (let nth = 0; nth < count; nth++) {
    const label = `robots.txt ${nth} of seed ${seed}`;
    const rules = { [siteOrigin]: { text: textOf(dice), readAt: 0 } };
    const began = performance.now();
    for (const url of urls) {
      expect(typeof isAllowed(rules, url), label).toBe('boolean');
      const delay = askedCrawlDelayMs(rules, url);
      expect(delay >= 0 && delay <= 600_000, `${label}: ${delay}`).toBe(true);
      expect(areDue(rules, url, 1), label).toBe(!url.startsWith(`${siteOrigin}/`));
    }
    expect(performance.now() - began, label).toBeLessThan(2_000);
  }
}

function textOf(dice: Dice): string {
  const text = Array.from({ length: dice.roll(30) }, () => dice.pick(lines)).join(
    dice.pick(['\n', '\r\n', '\r']),
  );
  return dice.roll(3) === 0 ? text : mutate(text, dice);
}
