import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import type { PageSnapshot } from '../../../src/popup/page-snapshot';
import type { ImportPreview } from '../../../src/workers/import/messages';
import { modelUid } from '../../crawl/small-world';
import { noon, overviewOf } from '../snapshot-of';
import { crawling, hostile, midway, running, through } from './samples';

const whole: PageSnapshot = { ...running, overview: overviewOf(through, { phase: 'done' }) };
const key = {
  keyId: '1a2b3c4d',
  projectId: '7'.repeat(32),
  algorithm: 'hmac-sha256',
  isWeak: false,
} as const;
const excluded = { usernames: ['somebody', 'other-one'], userUids: ['16271'], modelUids: [] };

const part: ImportPreview = {
  kind: 'part',
  exportedAt: noon - 90_000_000,
  keyFingerprint: {
    keyMode: 'project',
    algorithm: 'hmac-sha256',
    keyId: key.keyId,
    projectId: key.projectId,
  },
  models: 1_240,
  likes: 28_011,
  users: 7_902,
  plan: {
    importId: 'an import',
    isKnown: false,
    models: { added: 310, same: 918, differing: 12, byFact: { likeCount: 11, tags: 2 } },
    likes: { added: 8_120, same: 19_884, refusal: null },
    conflicts: [
      { uid: modelUid(1), name: 'Dragon of the northern mountains', takenBack: 4, leftOut: 0 },
      { uid: modelUid(2), name: 'Tea pot', takenBack: 1, leftOut: 2 },
    ],
  },
  doubted: { isFromFuture: false, lists: 0 },
};
const foreign: ImportPreview = {
  ...part,
  kind: 'dataset',
  keyFingerprint: { keyMode: 'one-time', algorithm: 'hmac-sha256', keyId: null, projectId: null },
  plan: {
    ...part.plan,
    isKnown: true,
    likes: { added: 0, same: 0, refusal: 'oneTimeKey' },
    conflicts: [],
  },
  doubted: { isFromFuture: true, lists: 3 },
};

const listed = { kind: 'part', exportedAt: Date.UTC(2026, 10, 20) } as const;

/** The states of the dataset section. */
export const datasetStates: Readonly<Record<string, PageSnapshot>> = {
  'custom-options': {
    ...whole,
    exportOptions: {
      ...defaultExportOptions,
      options: {
        ...defaultDatasetOptions,
        files: { ...defaultDatasetOptions.files, recbole: false },
        minLikesPerUser: 5,
        leaveOutNoAi: true,
        excluded,
        userSharePercent: 50,
      },
    },
  },
  'options-unread': {
    ...whole,
    exportOptions: null,
    errors: ['Your dataset options could not be read, so nothing can be downloaded (excluded).'],
  },
  'custom-options-crawling': {
    ...running,
    overview: overviewOf(midway, crawling),
    exportOptions: {
      ...defaultExportOptions,
      userIds: 'passphrase',
      options: { ...defaultDatasetOptions, excluded },
    },
  },
  'key-none': { ...whole, exportOptions: { ...defaultExportOptions, userIds: 'project' } },
  'key-made': { ...whole, exportOptions: { ...defaultExportOptions, userIds: 'project' }, projectKey: key },
  'key-saved': {
    ...whole,
    exportOptions: { ...defaultExportOptions, userIds: 'project', savedKeyId: key.keyId },
    projectKey: key,
  },
  'key-offered': {
    ...whole,
    exportOptions: { ...defaultExportOptions, userIds: 'project', savedKeyId: key.keyId },
    projectKey: { ...key, isWeak: true, algorithm: 'hmac-md5' },
    offeredKey: { ...key, keyId: '99887766' },
  },
  'passphrase-none': {
    ...whole,
    exportOptions: { ...defaultExportOptions, userIds: 'passphrase', projectId: key.projectId },
  },
  'passphrase-weak': {
    ...whole,
    exportOptions: { ...defaultExportOptions, userIds: 'passphrase', projectId: key.projectId },
    passphrase: 'hunter2',
    passphraseRating: { passphrase: 'hunter2', bits: 8 },
  },
  'passphrase-strong': {
    ...whole,
    exportOptions: {
      ...defaultExportOptions,
      userIds: 'passphrase',
      projectId: key.projectId,
      options: { ...defaultDatasetOptions, excluded },
    },
    passphrase: 'venue risk sphere lucky orbit garden mammal thumb',
    passphraseRating: { passphrase: 'venue risk sphere lucky orbit garden mammal thumb', bits: 88 },
  },
  'leak-blocked': {
    ...whole,
    exporting: {
      phase: 'failed',
      failure: {
        code: 'leaks',
        leaks: [
          {
            kind: 'userId',
            path: 'data/model_urls.psv',
            line: 1_022,
            excerpt: `chair by 0123456789abcdef0123456789abcdef ${hostile}`,
          },
          ...Array.from({ length: 7 }, (_, at) => ({
            kind: 'userName' as const,
            path: 'parquet/items.parquet',
            line: at + 1,
            excerpt: 'a gift for somebody',
          })),
          { kind: 'passphrase', path: 'data/model_feats.psv', line: 7, excerpt: null },
        ],
      },
    },
  },
  mentions: {
    ...whole,
    exporting: {
      phase: 'done',
      fileName: 'sketchfab-likes-2026-11-22.zip',
      completeModels: 1_228,
      models: 1_240,
      likes: 29_812,
      users: 8_201,
      mentions: ['dragon', 'robot', 'knight'],
      mentionCount: 3,
      importsLeftOut: 1,
    },
  },
  'exclusions-unmatched': {
    ...whole,
    exportOptions: { ...defaultExportOptions, options: { ...defaultDatasetOptions, excluded } },
    exclusionReport: {
      matched: 1,
      unclear: ['https://example.com/somebody'],
      unmatched: ['other-one', hostile.slice(0, 60)],
    },
  },
  'likes-left-out': {
    ...whole,
    exporting: {
      phase: 'done',
      fileName: 'sketchfab-likes-2026-11-22.zip',
      completeModels: 53,
      models: 53,
      likes: 1_629,
      users: 812,
      likesLeftOut: 371,
      unmatchedExclusions: ['other-one', 'https://example.com/x'],
    },
  },
  'part-exported': {
    ...whole,
    settings: { ...whole.settings, shardIndex: 2, shardCount: 3 },
    exportOptions: {
      ...defaultExportOptions,
      userIds: 'project',
      savedKeyId: key.keyId,
      contributor: 'Lab 3',
    },
    projectKey: key,
    exporting: {
      phase: 'part-done',
      fileName: 'sketchfab-likes-part-2026-11-22-0a1b2c3d.zip',
      models: 1_240,
      likes: 29_812,
      users: 8_201,
    },
  },
  'import-reading': { ...whole, importing: { phase: 'reading', fileName: 'part-of-lab-3.zip' } },
  'import-preview': {
    ...whole,
    importing: { phase: 'previewed', fileName: 'part-of-lab-3.zip', preview: part },
  },
  'import-preview-foreign': {
    ...whole,
    importing: { phase: 'previewed', fileName: `${'long'.repeat(40)}.zip`, preview: foreign },
  },
  'import-done': {
    ...whole,
    importing: { phase: 'done', fileName: 'part-of-lab-3.zip', preview: part },
    imports: [
      { ...listed, importId: '1'.repeat(32), keyId: key.keyId, likes: 28_011 },
      { ...listed, importId: '2'.repeat(32), keyId: '99887766', likes: 4_200 },
      { ...listed, importId: '3'.repeat(32), kind: 'dataset', keyId: null, likes: 0 },
    ],
  },
  'import-refused': {
    ...whole,
    importing: {
      phase: 'failed',
      fileName: 'holiday.zip',
      failure: { code: 'refused', problem: { code: 'unexpectedFile', path: 'beach.jpg' } },
    },
  },
};
