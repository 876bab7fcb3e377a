import type { DatasetSource } from '../../src/dataset/dataset-source';
import { noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';

export const modelUid = 'ab'.repeat(16) as ModelUid;
export const userUid = 'cd'.repeat(16) as UserUid;

/** A database with one model that has one like. */
export const oneLikeSource: DatasetSource = {
  readModelUids: () => Promise.resolve([modelUid]),
  readModels: () =>
    Promise.resolve([
      {
        ...noFacts(modelUid),
        name: 'Chair',
        tags: [],
        categories: [],
        state: 'complete',
        cause: null,
        isPublic: true,
        complete: true,
        likeCount: 1,
        userUids: [userUid],
        otherUserUids: [],
        wasWhole: true,
        readBetween: [0, 1],
      },
    ]),
  readUsers: () => Promise.resolve([]),
  countRequests: () => Promise.resolve(1),
};
