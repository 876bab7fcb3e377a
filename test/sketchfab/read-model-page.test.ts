// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { rememberPage } from '../../src/sketchfab/page-memory';
import { readCard } from '../../src/sketchfab/read-card';
import { readModelPage } from '../../src/sketchfab/read-model-page';
import { leastProcessorMs } from './least-processor-ms';

const address = (digit: string) => `https://sketchfab.com/3d-models/m-${digit.repeat(32)}`;
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const html = (name: string, tag: string) =>
  `<span class="model-name__label" itemprop="name">${name}</span>
   <section class="model-meta-row tags"><ul><li><a href="/tags/${tag}">${tag}</a></li></ul></section>`;

describe('a model page reached by in-page navigation', () => {
  it('is not read while it still shows the previous model', () => {
    const page = parse(html('First', 'one'));
    const memory = rememberPage(page);
    expect(readModelPage(page, address('a'), memory)?.name).toBe('First');
    expect(readModelPage(page, address('b'), memory)).toBeUndefined();
  });

  it('is read once it is drawn, even if it shows the same text', () => {
    const page = parse(html('First', 'one'));
    const memory = rememberPage(page);
    readModelPage(page, address('a'), memory);
    page.body.innerHTML = html('First', 'one');
    expect(readModelPage(page, address('b'), memory)).toMatchObject({
      uid: 'b'.repeat(32),
      name: 'First',
      tags: [{ name: 'one', slug: 'one' }],
    });
  });

  it('has no tags if they are left over and only the name has changed', () => {
    const page = parse(html('First', 'one'));
    const memory = rememberPage(page);
    readModelPage(page, address('a'), memory);
    page.querySelector('.model-name__label')!.textContent = 'Second';
    expect(readModelPage(page, address('b'), memory)).toMatchObject({
      name: 'Second',
      tags: null,
      noAi: null,
    });
  });

  it('does not inherit the NoAI mark of the previous model', () => {
    const page = parse(`<head><meta name="robots" content="noai"></head>${html('First', 'one')}`);
    const memory = rememberPage(page);
    expect(readModelPage(page, address('a'), memory)?.noAi).toBe(true);
    page.body.innerHTML = html('Second', 'two');
    expect(readModelPage(page, address('b'), memory)?.noAi).toBe(false);
  });
});

describe('a card that is far too large', () => {
  it('is ignored', () => {
    const page = parse(
      `<div class="card card-model" data-uid="${'a'.repeat(32)}">${'<i></i>'.repeat(2_000)}</div>`,
    );
    expect(readCard(page.querySelector('[data-uid]')!)).toBeUndefined();
  });
});

describe('a name of a megabyte', () => {
  it('is cut at little cost', () => {
    const name = 'x'.repeat(1_000_000);
    const page = parse(
      `<div class="card card-model" data-uid="${'a'.repeat(32)}"><meta itemprop="name" content="${name}"></div>`,
    );
    const card = page.querySelector('[data-uid]')!;
    expect(readCard(card)?.name).toHaveLength(1_000);
    expect(leastProcessorMs(() => readCard(card))).toBeLessThan(50);
  });
});
