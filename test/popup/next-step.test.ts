import { describe, expect, it } from 'vitest';
import { nextStep } from '../../src/popup/next-step';
import { countersOf, firstDay, overviewOf } from './snapshot-of';

const midway = countersOf({ complete: 4, new: 8 });
const inPhase = (phase: 'idle' | 'crawling' | 'paused' | 'blocked' | 'done', counters = midway) =>
  nextStep({ ...firstDay, overview: overviewOf(counters, { phase }) });

describe('the suggested next step', () => {
  it('is to consent on the first day', () => {
    expect(nextStep({ ...firstDay, settings: { ...firstDay.settings, consent: false } })).toBe(
      'start-collecting',
    );
  });

  it('is to grant access when the browser withholds it, but only after consent', () => {
    for (const phase of ['idle', 'crawling', 'paused', 'blocked', 'done'] as const) {
      expect(nextStep({ ...firstDay, hasAccess: false, overview: overviewOf(midway, { phase }) })).toBe(
        'allow-access',
      );
    }
    expect(nextStep({ ...firstDay, hasAccess: false, overview: null })).toBe('allow-access');
    const settings = { ...firstDay.settings, consent: false };
    expect(nextStep({ ...firstDay, hasAccess: false, settings })).toBe('start-collecting');
  });

  it('is to open Sketchfab while nothing is captured, and for a check for humans', () => {
    expect(nextStep(firstDay)).toBe('open-sketchfab');
    expect(inPhase('blocked')).toBe('open-sketchfab');
  });

  it('is neither to ignore robots.txt nor to visit Sketchfab in vain', () => {
    for (const blockedBy of ['robots', 'format'] as const) {
      const blocked = (counters: typeof midway) =>
        nextStep({ ...firstDay, overview: overviewOf(counters, { phase: 'blocked', blockedBy }) });
      expect(blocked(midway)).toBe('download');
      expect(blocked(countersOf({ new: 8 }))).toBeNull();
    }
  });

  it('is none while discovery lists the first models', () => {
    expect(inPhase('crawling', countersOf({}))).toBeNull();
  });

  it('is to start the crawl when there is something to crawl, or to resume it', () => {
    expect(inPhase('idle')).toBe('start-crawl');
    expect(inPhase('done')).toBe('start-crawl');
    expect(inPhase('paused')).toBe('start-crawl');
  });

  it('is to download from the first complete model on', () => {
    expect(inPhase('crawling')).toBe('download');
    expect(inPhase('crawling', countersOf({ new: 8 }))).toBeNull();
    expect(inPhase('done', countersOf({ complete: 12 }))).toBe('download');
    expect(inPhase('idle', countersOf({ complete: 12 }))).toBe('download');
  });

  it('is none during an export, and when the database cannot be read', () => {
    const overview = overviewOf(countersOf({ complete: 12 }), { phase: 'done' });
    expect(
      nextStep({ ...firstDay, overview, exporting: { phase: 'running', share: 0.5, step: 'readLikes' } }),
    ).toBeNull();
    expect(nextStep({ ...firstDay, overview: null })).toBeNull();
  });
});
