import {
  startPracticeSite,
  type PracticeSite,
  type PracticeSiteOptions,
} from '../../../practice/practice-site';
import { createWorld } from '../../../practice/world/world';
import type { Scale } from '../../../practice/world/like-counts';

/** Small enough to take seconds, large enough to contain nearly every oddity of names, ids and models. */
export const smallScale: Scale = { seed: 2016, models: 60, users: 300, likes: 1_500 };

export type PracticeOptions = Partial<Scale> & Omit<PracticeSiteOptions, 'world'>;

/** A practice site with its own world; omitted sizes are those of `smallScale`. */
export async function startPractice(options: PracticeOptions = {}): Promise<PracticeSite> {
  return startPracticeSite({ ...options, world: createWorld({ ...smallScale, ...options }) });
}
