// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { parseModelsAddress } from '../../../src/models/models-address';
import { everyModel } from '../../../src/models/model-filter';
import { CoverageSection } from '../../../src/popup/overview/coverage-section';
import { missingLists } from '../../../src/popup/overview/missing-lists';
import { crawlShare } from '../../../src/popup/crawl/crawl-share';
import { parseAddress } from '../../../src/popup/tab/address';
import { states } from '../gallery/states';
import { buttons, nameOf, show } from '../shown-page';
import { countersOf } from '../snapshot-of';

afterEach(() => render(null, document.body));

describe('what is missing', () => {
  it('is every list that is not complete, by reason', () => {
    const { parts, lists } = missingLists(
      countersOf({
        complete: 9,
        partial: 2,
        drifted: 1,
        gone: 4,
        failed: 3,
        forbidden: 1,
        new: 5,
        crawling: 1,
      }),
    );
    expect(lists).toBe(17);
    expect(parts.map(({ text }) => text)).toEqual([
      '6 not read yet',
      '3 partial',
      '7 gone or failed',
      '1 not shown to everyone',
    ]);
    expect(missingLists(countersOf({ complete: 9 }))).toEqual({ parts: [], lists: 0 });
  });

  it('and what is complete are all models of this machine, in every state', () => {
    for (const { overview } of Object.values(states)) {
      if (!overview) continue;
      const { complete, models } = crawlShare(overview.counters);
      expect(missingLists(overview.counters).lists + complete).toBe(models);
    }
  });
});

describe('the view "Overview"', () => {
  it('says how much of what the site shows is here', () => {
    show('crawling', 'overview');
    expect(document.querySelector('.coverage')?.textContent).toContain(
      '97.7%of the 10,033 likes shown for the models read so far',
    );
    expect(document.querySelector('.coverage')?.textContent).toContain('835 of 1,240 lists of likes');
    show('done', 'overview');
    expect(document.querySelector('.coverage')?.textContent).toContain(
      'of the 30,482 likes shown on the site',
    );
    const whole = countersOf({ complete: 3 }, { likesShown: 9, likesOfShown: 9 });
    render(<CoverageSection counters={whole} />, document.body);
    expect(document.body.textContent).toContain('100%of the 9 likes shown on the site');
    expect(document.body.textContent).toContain('Nothing is missing');
  });

  it('says that there are no problems, or which', () => {
    show('done', 'overview');
    expect(document.body.textContent).toContain('No problems.');
    expect(buttons().map(nameOf)).not.toContain('Retry failed');
    show('problems', 'overview');
    expect(document.querySelector('.problem-rows')?.textContent).toContain('results is not a list2');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.problem-rows a')];
    const { problems } = states['problems']!.overview!;
    expect(links.length).toBeGreaterThan(1);
    for (const [at, link] of links.entries()) {
      const { query } = parseAddress(link.hash);
      expect(parseModelsAddress(query).filter).toEqual({ ...everyModel, cause: [problems[at]!.cause] });
    }
    expect(document.body.textContent).toContain('3 models, 0.2%');
  });

  it('says why lists cannot be read again now', () => {
    for (const [state, reason] of [
      ['crawling', 'When this crawl is done.'],
      ['problems', null],
    ] as const) {
      const actions = show(state, 'overview');
      const button = buttons().find((each) => nameOf(each) === 'Read every list again')!;
      const described = button.getAttribute('aria-describedby');
      expect(described && document.getElementById(described)?.textContent).toBe(reason);
      button.click();
      expect(actions.startCrawl).toHaveBeenCalledTimes(reason === null ? 1 : 0);
    }
  });
});
