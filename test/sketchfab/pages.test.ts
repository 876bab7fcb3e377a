// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelFacts } from '../../src/sketchfab/model-facts';
import { rememberPage } from '../../src/sketchfab/page-memory';
import { readCard } from '../../src/sketchfab/read-card';
import { readModelPage } from '../../src/sketchfab/read-model-page';
import { safeDom } from '../../src/sketchfab/safe-dom';
import * as selectors from '../../src/sketchfab/selectors';
import { cardPlaces, labelPlaces, modelPagePlaces, type Place } from '../../src/sketchfab/selectors';
import { withListedFacts } from '../../src/sketchfab/with-listed-facts';

/*
 * A folder of test/fixtures/pages is a test: `page.html`, and in `expected.json` the address it was met at, the cards
 * in the order of the page, and the page's own model. Facts that are silent are left out.
 */
const folder = join(import.meta.dirname, '../fixtures/pages');
const situations = readdirSync(folder);

type Expected = { address: string; cards: object[]; model: object | null };

const read = (situation: string, file: string) => readFileSync(join(folder, situation, file), 'utf8');
const open = (situation: string) =>
  new DOMParser().parseFromString(read(situation, 'page.html'), 'text/html');
/** The names our code would use if it trusted the page. jsdom's selectors need all other names. */
const clobbered = ['getAttribute', 'textContent', 'querySelector', 'querySelectorAll', 'matches'];

/** Makes forms and the document expose the names inside them, as browsers do and jsdom does not. */
function clobber(page: Document): Document {
  for (const field of page.querySelectorAll('form [name]')) answerTo(field.closest('form')!, field);
  for (const form of page.querySelectorAll('body > form[name]')) answerTo(page, form);
  return page;
}

function answerTo(owner: Document | Element, field: Element): void {
  const name = field.getAttribute('name')!;
  if (clobbered.includes(name)) Object.defineProperty(owner, name, { value: field });
}

const said = (facts: ModelFacts) =>
  Object.fromEntries(Object.entries(facts).filter(([name, value]) => value !== null && name !== 'origins'));
// On the hostile page, `querySelectorAll` is a form of that name.
const withUid = (page: Document) => safeDom.all(page, '[data-uid]');

describe('a recorded page gives the expected facts', () => {
  it.each(situations)('%s', (situation) => {
    const expected = JSON.parse(read(situation, 'expected.json')) as Expected;
    const page = clobber(open(situation));
    const html = safeDom.first(page, 'html')!;
    const before = html.outerHTML;
    const memory = rememberPage(page);

    const cards = withUid(page)
      .map(readCard)
      .map((card) => card && withListedFacts(card, memory));
    const model = readModelPage(page, expected.address, memory);

    expect(cards.filter((facts) => facts !== undefined).map(said)).toEqual(expected.cards);
    expect(model ? said(model) : null).toEqual(expected.model);
    expect(html.outerHTML).toBe(before);
  });
});

describe('each selector', () => {
  const pages = situations.filter((situation) => situation !== 'hostile').map(open);
  const places: readonly Place[] = [...Object.values(cardPlaces), ...Object.values(modelPagePlaces)].flat();
  const used = [
    ...Object.values(selectors).filter((value) => typeof value === 'string'),
    ...places.map((place) => place.selector),
    ...Object.values(labelPlaces).flatMap(({ section, link }) => [section, link]),
  ].filter((selector) => selector !== selectors.pageJsonId);

  it.each(used)('%s matches in a fixture', (selector) => {
    expect(pages.some((page) => page.querySelector(selector) !== null)).toBe(true);
  });
});
