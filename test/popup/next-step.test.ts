import { describe, expect, it } from 'vitest';
import { nextStep } from '../../src/popup/next-step';
import { countersOf, firstDay, overviewOf } from './snapshot-of';

const midway = countersOf({ complete: 4, new: 8 });
const inPhase = (phase: 'idle' | 'crawling' | 'paused' | 'blocked' | 'done', counters = midway) =>
  nextStep({ ...firstDay, overview: overviewOf(counters, { phase }) });

describe('the one filled button', () => {
  it('is consent on the first day', () => {
    expect(nextStep({ ...firstDay, settings: { ...firstDay.settings, consent: false } })).toBe(
      'start-collecting',
    );
  });

  it('is access wherever the browser does not give it, but after consent', () => {
    for (const phase of ['idle', 'crawling', 'paused', 'blocked', 'done'] as const) {
      expect(nextStep({ ...firstDay, hasAccess: false, overview: overviewOf(midway, { phase }) })).toBe(
        'allow-access',
      );
    }
    expect(nextStep({ ...firstDay, hasAccess: false, overview: null })).toBe('allow-access');
    const settings = { ...firstDay.settings, consent: false };
    expect(nextStep({ ...firstDay, hasAccess: false, settings })).toBe('start-collecting');
  });

  it('leads to Sketchfab while nothing is captured, and when Sketchfab wants to see a person', () => {
    expect(nextStep(firstDay)).toBe('open-sketchfab');
    expect(inPhase('blocked')).toBe('open-sketchfab');
  });

  it('urges nobody past what Sketchfab wrote to crawlers, and to no visit that would not help', () => {
    for (const blockedBy of ['robots', 'format'] as const) {
      const blocked = (counters: typeof midway) =>
        nextStep({ ...firstDay, overview: overviewOf(counters, { phase: 'blocked', blockedBy }) });
      expect(blocked(midway)).toBe('download');
      expect(blocked(countersOf({ new: 8 }))).toBeNull();
    }
  });

  it('is none while the first models are being listed', () => {
    expect(inPhase('crawling', countersOf({}))).toBeNull();
  });

  it('starts the crawl once there is something to crawl, and goes on with one that was held up', () => {
    expect(inPhase('idle')).toBe('start-crawl');
    expect(inPhase('done')).toBe('start-crawl');
    expect(inPhase('paused')).toBe('start-crawl');
  });

  it('is the download while crawling, from the first model on, and after', () => {
    expect(inPhase('crawling')).toBe('download');
    expect(inPhase('crawling', countersOf({ new: 8 }))).toBeNull();
    expect(inPhase('done', countersOf({ complete: 12 }))).toBe('download');
    expect(inPhase('idle', countersOf({ complete: 12 }))).toBe('download');
  });

  it('is none while the dataset is being written, and when nothing can be read', () => {
    const overview = overviewOf(countersOf({ complete: 12 }), { phase: 'done' });
    expect(
      nextStep({ ...firstDay, overview, exporting: { phase: 'running', share: 0.5, doing: '' } }),
    ).toBeNull();
    expect(nextStep({ ...firstDay, overview: null })).toBeNull();
  });
});
