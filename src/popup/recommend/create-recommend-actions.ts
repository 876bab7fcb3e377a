import type { DatasetOptions } from '../../dataset/dataset-options';
import { message } from '../../i18n/message';
import type { ModelUid } from '../../sketchfab/model-uid';
import { workFailure } from '../../workers/recommend/work-failure';
import {
  type createRecommendClient,
  type RecommendClient,
  WorkError,
} from '../../workers/recommend/recommend-client';
import type { Attempt } from '../page-state';
import { formatRecommendAddress, type RecommendAddress, startOfRecommend } from './recommend-address';
import {
  allItems,
  type RecommendActions,
  type RecommendSnapshot,
  type Shown,
  type Suggested,
  unreadRecommendations,
} from './recommend-snapshot';

/** `createRecommendClient` with the worker. */
export type StartRecommend = (
  tools: Omit<Parameters<typeof createRecommendClient>[0], 'startWorker'>,
) => RecommendClient;

export type RecommendTools = {
  readonly change: (part: Partial<RecommendSnapshot>) => void;
  readonly startRecommend: StartRecommend;
  readonly attempt: Attempt;
  readonly goTo: (query: string) => void;
  readonly openModel: (uid: ModelUid) => Promise<unknown>;
  /** Whom to leave out; `null` if that cannot be read. Then nothing is shown, since it could be somebody on the list. */
  readonly readExcluded: () => DatasetOptions['excluded'] | null;
  /** Of the project key; `null` if there is none, or none was read yet. */
  readonly readKeyId: () => string | null;
};

const suggestions = 8;
const manyTags = 40;

/**
 * What the controls of the view "Recommend" do. One worker reads the likes when the view is first opened, and holds them
 * until the page is closed, or until somebody is put on the list of whom to leave out, or taken off it, or until there
 * is another project key.
 */
export function createRecommendActions(tools: RecommendTools): RecommendActions {
  const { change, startRecommend, attempt, goTo, openModel, readExcluded, readKeyId } = tools;
  let client: RecommendClient | null = null;
  /** What decided who is counted in all that is shown; `null` while nothing is. */
  let basis: string | null = null;
  let address: RecommendAddress = startOfRecommend;
  let isStopped = false;
  /** Numbers what was asked, so that an answer that comes late is dropped. */
  let asked = 0;
  let searched = 0;

  function end(): void {
    client?.close();
    client = null;
    asked += 1;
    searched += 1;
  }

  function start(excluded: DatasetOptions['excluded']): RecommendClient {
    const isCurrent = () => client === started;
    const started: RecommendClient = startRecommend({
      excluded,
      onReading: (reading) => isCurrent() && change({ reading }),
      onRead: (data) => isCurrent() && change({ data, reading: null, failure: null }),
      onFailed: (failure) => {
        if (!isCurrent()) return;
        client = null;
        change({ failure, reading: null });
      },
    });
    return started;
  }

  /** Not at once: a page that is drawn anew out of an effect runs the effect again. */
  const forget = () =>
    queueMicrotask(() =>
      change({ ...unreadRecommendations, isStopped, ...(isStopped && { reading: null }) }),
    );

  function list(): void {
    const excluded = readExcluded();
    if (!excluded) return;
    const next = JSON.stringify([excluded, readKeyId()]);
    // What was read before a stop or a failure is still shown.
    if (basis !== null && next !== basis) {
      end();
      forget();
    }
    basis = next;
    if (isStopped) return;
    client ??= start(excluded);
    const of = client;
    const own = (asked += 1);
    answerTo(client, address).then(
      (shown) => {
        if (own === asked && shown) change({ shown });
      },
      (error: unknown) => {
        // If the worker has failed, that was told.
        if (own !== asked || of !== client) return;
        end();
        change({ failure: error instanceof WorkError ? error.failure : workFailure(error), reading: null });
      },
    );
  }

  async function search(of: Suggested['of'], text: string): Promise<Suggested | null> {
    if (!client || text.trim() === '') return null;
    return of === 'models'
      ? { of, text, found: await client.ask<'search'>({ kind: 'search', text, limit: suggestions }) }
      : { of, text, found: await client.ask<'searchTags'>({ kind: 'searchTags', text, limit: suggestions }) };
  }

  return {
    showRecommendations: (next) => {
      address = next;
      list();
    },
    goToRecommendations: (next) => goTo(formatRecommendAddress(next)),
    readLikesAgain: () => {
      end();
      isStopped = false;
      change({ reading: 0, isStopped, failure: null, suggested: null });
      list();
    },
    stopReadingLikes: () => {
      end();
      isStopped = true;
      change({ reading: null, isStopped });
    },
    forgetLikes: () => {
      end();
      isStopped = false;
      basis = null;
      forget();
    },
    suggest: (of, text) => {
      const own = (searched += 1);
      attempt(message('recommend_notFound'), async () => {
        const suggested = await search(of, text).catch((error: unknown) => {
          if (own === searched) throw error;
          return null;
        });
        // Another letter was typed meanwhile.
        if (own === searched) change({ suggested });
      });
    },
    openOnSketchfab: (uid) => attempt(message('page_tabNotOpened'), () => openModel(uid)),
  };
}

async function answerTo(client: RecommendClient, address: RecommendAddress): Promise<Shown | null> {
  switch (address.at) {
    case 'model': {
      const { uid } = address;
      if (uid === null)
        return { at: 'start', models: await client.ask<'popular'>({ kind: 'popular', limit: allItems }) };
      const question = { kind: 'similar', uid, limit: allItems } as const;
      return { at: 'model', uid, answer: await client.ask<'similar'>(question) };
    }
    case 'tag': {
      const { tag } = address;
      if (tag === null) {
        const question = { kind: 'searchTags', text: '', limit: manyTags } as const;
        return { at: 'tags', tags: await client.ask<'searchTags'>(question) };
      }
      return { at: 'tag', tag, answer: await client.ask<'tag'>({ kind: 'tag', tag, limit: allItems }) };
    }
    case 'person': {
      const { picks, pseudonym } = address;
      const answer =
        pseudonym === null
          ? await client.ask<'picks'>({ kind: 'picks', uids: picks, limit: allItems })
          : await client.ask<'pseudonym'>({ kind: 'pseudonym', pseudonym, limit: allItems });
      return { at: 'person', picks, pseudonym, answer };
    }
    case 'quality':
      // What is here now is read to be compared with what was measured.
      return null;
  }
}
