import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeSite, type PracticeSite } from '../../practice/practice-site';
import { generations } from '../../practice/site-request';
import { createWorld } from '../../practice/world/world';
import { ask, askJson } from './ask';

const world = createWorld({ seed: 7, models: 250, users: 4_000, likes: 20_000 });
const listed = [...world.byLikes]
  .map((index) => world.modelAt(index))
  .filter(({ isAgeRestricted, isProtected }) => !isAgeRestricted && !isProtected);
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite({ world });
});
afterAll(() => site.close());

async function open(address: string): Promise<Document> {
  return new JSDOM((await ask(site, address)).body).window.document;
}

const cardSelector = {
  '2016': 'li.item[data-uid]',
  '2018': 'li.item[data-uid]',
  '2019': '.card-model[data-uid]',
};

describe.each(generations)('a list in the markup of %s', (gen) => {
  it('begins with 24 cards of the most liked models', async () => {
    const page = await open(`/3d-models/popular?gen=${gen}`);
    const uids = [...page.querySelectorAll(cardSelector[gen])].map((card) => card.getAttribute('data-uid'));
    expect(uids).toEqual(listed.slice(0, 24).map(({ uid }) => uid));
  });

  it('serves all other cards page by page, with their names intact', async () => {
    const seen = new Map<string, string>();
    let from: number | null = 0;
    while (from !== null) {
      const address: string = `/practice/cards?of=/3d-models/popular&gen=${gen}&from=${from}`;
      const piece: { cards: string; next: number | null } = await askJson(site, address);
      const { document } = new JSDOM(`<ul>${piece.cards}</ul>`).window;
      for (const card of document.querySelectorAll(cardSelector[gen])) {
        const name = card.querySelector('meta[itemprop="name"]')?.getAttribute('content') ?? '';
        seen.set(card.getAttribute('data-uid')!, name);
      }
      expect(document.querySelector('script, [onerror]')).toBeNull();
      from = piece.next;
    }
    // HTML turns carriage returns into line feeds.
    expect([...seen]).toEqual(listed.map(({ uid, name }) => [uid, name.replaceAll('\r\n', '\n')]));
  });

  it('abbreviates large counts', async () => {
    expect(listed[0]!.likeCount).toBeGreaterThan(1_000);
    const page = await open(`/3d-models/popular?gen=${gen}`);
    const first = page.querySelector(cardSelector[gen])!;
    const count = first.querySelector('.--likes .count, .model-card-like-button')!;
    const text = count.getAttribute('data-late') ?? count.textContent;
    expect(text.trim()).toMatch(/^\d(?:\.\d)?k$/);
  });
});

describe('a model page', () => {
  const model = listed.find(({ name, tags }) => name.includes('|') && tags.length > 0) ?? listed[0]!;

  it('of today carries its JSON as a comment full of entities', async () => {
    const page = await open(`/3d-models/${model.slug}-${model.uid}`);
    const comment = page.getElementById('js-dom-data-prefetched-data')!.firstChild!;
    expect(comment.nodeType).toBe(8);
    expect(comment.textContent).not.toContain('"');
    const text = comment
      .textContent!.replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<');
    const json = JSON.parse(text.replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as Record<string, unknown>;
    expect(json[`/i/models/${model.uid}`]).toMatchObject({ name: model.name, likeCount: model.likeCount });
  });

  it('of 2018 carries its JSON in a script, and of 2016 has none', async () => {
    const of2018 = await open(`/models/${model.uid}?gen=2018`);
    const script = [...of2018.scripts]
      .map(({ text }) => text)
      .find((text) => text.includes('prefetchedData['));
    expect(script).toContain(`prefetchedData[ "/i/models/${model.uid}" ] = {`);
    const of2016 = await open(`/models/${model.uid}?gen=2016`);
    expect(of2016.documentElement.innerHTML).not.toMatch(/prefetched/i);
  });

  it.each(generations)('of %s shows its own tags and categories, and other models beside it', async (gen) => {
    const page = await open(`/models/${model.uid}?gen=${gen}`);
    const texts = (row: string) =>
      [...page.querySelectorAll(`section.model-meta-row.${row} ul a`)].map((a) => a.textContent);
    expect(texts('tags')).toEqual(model.tags.map(({ name }) => name));
    expect(texts('categories')).toEqual(model.categories.map(({ name }) => name));
    const others = [...page.querySelectorAll('[data-uid]')].map((other) => other.getAttribute('data-uid'));
    expect(others).toHaveLength(4);
    expect(others).not.toContain(model.uid);
  });

  it('is found by its legacy id, and is a 404 if there is no such model', async () => {
    const legacy = listed.find(({ uid }) => uid.length === 27)!;
    const named = await open(`/3d-models/${legacy.slug}-${legacy.uid}`);
    expect(named.querySelector('.model-name__label[itemprop="name"]')?.textContent).toBe(legacy.name);
    expect((await ask(site, `/3d-models/x-${'0'.repeat(32)}`)).status).toBe(404);
  });
});

describe('the other lists', () => {
  it.each([
    '/3d-models/staffpicks',
    '/3d-models/categories/animals-pets',
    '/tags/lowpoly',
    '/search?q=robot',
  ])('%s shows only matching models', async (address) => {
    const uids = [...(await open(address)).querySelectorAll('.card-model')].map((card) =>
      card.getAttribute('data-uid')!,
    );
    expect(uids.length).toBeGreaterThan(0);
    expect(uids.length).toBeLessThan(listed.length);
  });

  it("of a person shows that person's models", async () => {
    const maker = world.ownerOf(listed.find(({ isOrganisations }) => !isOrganisations)!);
    const page = await open(`/${maker.username}/models`);
    const makers = [...page.querySelectorAll('a.card__footer__avatar')].map((link) =>
      link.getAttribute('data-user'),
    );
    expect(new Set(makers)).toEqual(new Set([maker.uid]));
  });
});

describe('every page', () => {
  it('sets a login cookie that only a careless client sends back', async () => {
    const { headers } = await ask(site, '/3d-models/popular');
    expect(headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('draws the same picture for the same model', async () => {
    const one = await ask(site, `/practice/thumb/${listed[0]!.uid}.svg`);
    const again = await ask(site, `/practice/thumb/${listed[0]!.uid}.svg`);
    const other = await ask(site, `/practice/thumb/${listed[1]!.uid}.svg`);
    expect(one.body).toBe(again.body);
    expect(one.body).not.toBe(other.body);
  });
});
