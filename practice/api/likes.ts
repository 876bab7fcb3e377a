import { jsonAnswer, notFoundJson, type Answer } from '../answer';
import type { SiteRequest } from '../site-request';
import { mix } from '../world/random';
import type { PracticeModel } from '../world/practice-model';
import type { World } from '../world/world';
import { positionCursor, readCount, readPosition } from './position-cursor';
import { likerJson } from './user-json';

/** How a list of likers announces the next page. `mixed`: each model uses one of the three ways. */
export const pagings = ['offset', 'next-url', 'cursors', 'mixed'] as const;
export type Paging = (typeof pagings)[number];

/** `GET /i/likes?model=<uid>`: the likers of a model, 24 a page. */
export function likesAnswer(world: World, request: SiteRequest, paging: Paging): Answer {
  const model = world.findModel(request.query.get('model') ?? '');
  if (!model) return notFoundJson;
  const from = readPosition(request.query);
  if (from === undefined) return jsonAnswer({ cursor: ['Invalid cursor.'] }, 400);
  const count = readCount(request.query);
  const likers = world.likersSlice(model, from, count);
  const next = from + count < model.likeCount ? from + count : null;
  const previous = from > 0 ? Math.max(0, from - count) : null;
  const page = { model, count, next, previous, path: `${request.origin}/i/likes` };
  const results = likers.map((user) => likerJson(user, request.site));
  return jsonAnswer({ ...envelopes[formFor(paging, model)](page), results });
}

export function formFor(paging: Paging, model: PracticeModel): Exclude<Paging, 'mixed'> {
  if (paging !== 'mixed') return paging;
  return (['offset', 'next-url', 'cursors'] as const)[mix(model.index, 24) % 3]!;
}

type Page = {
  readonly model: PracticeModel;
  readonly count: number;
  readonly next: number | null;
  readonly previous: number | null;
  readonly path: string;
};

const envelopes = {
  offset: ({ model, count, next, previous, path }: Page) => {
    const url = (offset: number | null) =>
      offset === null ? null : `${path}?count=${count}&model=${model.uid}&offset=${offset}`;
    return { previous: url(previous), next: url(next) };
  },
  'next-url': ({ model, next, previous, path }: Page) => {
    const url = (position: number | null) =>
      position === null
        ? null
        : `${path}?model=${model.uid}&cursor=${encodeURIComponent(positionCursor('o', position))}`;
    return { next: url(next), previous: url(previous) };
  },
  cursors: ({ next, previous }: Page) => {
    const cursor = (position: number | null) => (position === null ? null : positionCursor('o', position));
    return { cursors: { next: cursor(next), previous: cursor(previous) }, next: null, previous: null };
  },
};
