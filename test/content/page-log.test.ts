import { describe, expect, it } from 'vitest';
import { createPageLog } from '../../src/content/page-log';
import { maxModelsPerPage } from '../../src/messaging/page-report';
import type { ModelFacts } from '../../src/sketchfab/model-facts';
import { parseModel } from '../../src/sketchfab/parse-model';

const facts = (index: number, more: Partial<ModelFacts> = {}): ModelFacts => ({
  ...parseModel({ uid: index.toString(16).padStart(32, '0') }, 'pageJson'),
  ...more,
});

function logOnPage(serial: number) {
  const log = createPageLog();
  log.openPage(serial);
  return log;
}

describe('a model that is read', () => {
  it('for the first time is reported and counted', () => {
    const log = logOnPage(3);
    expect(log.note(facts(1), 3)).toEqual(facts(1));
    expect(log.count()).toEqual({ pageSerial: 3, modelsOnPage: 1 });
  });

  it('again is reported only if it adds facts, and then with all that is known', () => {
    const log = logOnPage(0);
    log.note(facts(1, { name: 'Tin Robot' }), 0);
    expect(log.note(facts(1, { name: 'Tin Robot' }), 0)).toBeUndefined();
    expect(log.note(facts(1), 0)).toBeUndefined();
    expect(log.note(facts(1, { likeCount: 34 }), 0)).toEqual(facts(1, { name: 'Tin Robot', likeCount: 34 }));
    expect(log.note(facts(1, { likeCount: 35 }), 0)?.likeCount).toBe(35);
    expect(log.count().modelsOnPage).toBe(1);
  });

  it('on the next page is counted there and not reported again', () => {
    const log = logOnPage(0);
    log.note(facts(1), 0);
    log.openPage(1);
    expect(log.count()).toEqual({ pageSerial: 1, modelsOnPage: 0 });
    expect(log.note(facts(1), 1)).toBeUndefined();
    expect(log.count()).toEqual({ pageSerial: 1, modelsOnPage: 1 });
  });

  it('after its page was left is reported, but not counted on the next page', () => {
    const log = logOnPage(0);
    log.openPage(1);
    expect(log.note(facts(1), 0)).toEqual(facts(1));
    expect(log.count()).toEqual({ pageSerial: 1, modelsOnPage: 0 });
  });
});

describe('a page with more models than are read', () => {
  it('is full at the cap, and the next page is not', () => {
    const log = logOnPage(0);
    for (let i = 0; i < maxModelsPerPage; i++) log.note(facts(i), 0);
    expect(log.isFull()).toBe(true);
    expect(log.note(facts(maxModelsPerPage), 0)).toBeUndefined();
    expect(log.count().modelsOnPage).toBe(maxModelsPerPage);
    log.openPage(1);
    expect(log.isFull()).toBe(false);
  });
});
