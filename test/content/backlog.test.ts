// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createBacklog, type Found } from '../../src/content/backlog';

const uids = (found: Found) => [...found.keys()].map((element) => element.getAttribute('data-uid'));
const never = () => false;

/** Time is up when the clock is read for the nth time. */
function upAt(glance: number): () => boolean {
  let glances = 0;
  return () => ++glances >= glance;
}

/** The records that a mutation observer reports for these changes. */
function recordsOf(change: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-uid'],
  });
  change();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

function append(html: string): void {
  document.body.insertAdjacentHTML('beforeend', html);
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the backlog of elements to read', () => {
  it('yields what is on the page and what is added, each once', () => {
    append('<div><p data-uid="a"></p></div>');
    const backlog = createBacklog(document);
    backlog.addDocument(0);
    const found: Found = new Map();
    backlog.search(found, never);
    expect(uids(found)).toEqual(['a']);

    found.clear();
    backlog.addRecords(
      recordsOf(() => append('<ul><li data-uid="b"></li>text<li data-uid="c"></li></ul>')),
      1,
    );
    backlog.search(found, never);
    expect(uids(found)).toEqual(['b', 'c']);
    expect([...found.values()]).toEqual([1, 1]);
    expect(backlog.isEmpty()).toBe(true);
  });

  it('stops when its time is up and later continues where it was', () => {
    append('<i></i>'.repeat(1_000) + '<p data-uid="last"></p>');
    const backlog = createBacklog(document);
    backlog.addDocument(0);
    const found: Found = new Map();
    let searches = 0;
    for (; !backlog.isEmpty() && searches < 100; searches++) backlog.search(found, upAt(2));
    expect(uids(found)).toEqual(['last']);
    expect(searches).toBeGreaterThanOrEqual(1_000 / 128);
    expect(searches).toBeLessThan(2_000 / 64);
  });

  it('leads from a count drawn late to the card around it', () => {
    append('<div data-uid="a"><b><i class="count"></i></b></div>');
    const backlog = createBacklog(document);
    const found: Found = new Map();
    const count = document.querySelector('.count')!;
    backlog.addRecords(
      recordsOf(() => (count.textContent = '34')),
      0,
    );
    backlog.addRecords(
      recordsOf(() => ((count.firstChild as Text).data = '35')),
      0,
    );
    backlog.search(found, never);
    expect(uids(found)).toEqual(['a']);
  });

  it('yields an element again when its id changes', () => {
    append('<div data-uid="a"></div>');
    const backlog = createBacklog(document);
    const found: Found = new Map();
    backlog.addRecords(
      recordsOf(() => document.querySelector('div')!.setAttribute('data-uid', 'b')),
      0,
    );
    backlog.search(found, never);
    expect(uids(found)).toEqual(['b']);
  });

  it('loses nothing when the part of the page being searched is removed', () => {
    append(`<section>${'<i></i>'.repeat(300)}</section><p data-uid="after"></p>`);
    const backlog = createBacklog(document);
    backlog.addDocument(0);
    const found: Found = new Map();
    backlog.search(found, upAt(2));
    document.querySelector('section')!.remove();
    backlog.search(found, never);
    expect(uids(found)).toEqual(['after']);
  });

  it('holds no more of a flood than one pass over the page would find', () => {
    const backlog = createBacklog(document);
    const found: Found = new Map();
    const records = recordsOf(() => {
      for (let i = 0; i < 12_000; i++) document.body.append(document.createElement('i'));
      append('<p data-uid="a"></p>');
    });
    backlog.addRecords(records, 0);
    backlog.search(found, never);
    expect(uids(found)).toEqual(['a']);
    expect(backlog.documentSize()).toBeGreaterThan(12_000);
  });

  it('stops searching while enough elements wait to be read', () => {
    append('<i data-uid="x"></i>'.repeat(3_000));
    const backlog = createBacklog(document);
    backlog.addDocument(0);
    const found: Found = new Map();
    backlog.search(found, never);
    expect(found.size).toBe(1_000);
    expect(backlog.isEmpty()).toBe(false);
  });
});
