import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import { readPsv } from './read-psv';
import { unpack, type Files } from './unpack';

type Descriptor = {
  readonly likesOut: { readonly notComplete: readonly { mid: string; state: string; cause: string }[] };
  readonly resources: readonly { path: string; bytes: number; hash: string }[];
};

/**
 * Checks that a zip holds these models of the world with every like and tag, and nothing else. The key is gone, so users
 * are recognised by their likes: the sets of likes of pseudonyms and of users must be the same.
 */
export async function expectDataset(
  zip: Uint8Array,
  world: World,
  models: readonly PracticeModel[],
): Promise<void> {
  const files = await unpack(zip);
  const likers = new Map(models.map((model) => [model.uid, world.likersOf(model).map(({ uid }) => uid)]));
  const likes = readPsv(files, 'data/model_likes_anon.psv', ['modelname', 'mid', 'uid']);

  expect(readPsv(files, 'data/model_urls.psv', ['name', 'mid'])).toEqual(
    sorted(models.map(({ name, uid }) => [oneLine(name), uid])).sort(byLast),
  );
  expect(sorted(readPsv(files, 'data/model_feats.psv', ['mid', 'type', 'value']))).toEqual(
    sorted(featsOf(models)),
  );
  expect(likes).toHaveLength([...likers.values()].flat().length);
  expect(new Set(likes.map(([, mid, uid]) => `${mid} ${uid}`)).size).toBe(likes.length);
  expect(likeSets(likes.map(([, mid, uid]) => [mid!, uid!]))).toEqual(
    likeSets([...likers].flatMap(([mid, users]) => users.map((user): [string, string] => [mid, user]))),
  );
  expectNobodyNamed(files, world);
  expectTrueDescriptor(files);
}

export async function readDescriptor(zip: Uint8Array): Promise<Descriptor> {
  return JSON.parse((await unpack(zip)).get('datapackage.json')!.toString('utf8')) as Descriptor;
}

function featsOf(models: readonly PracticeModel[]): string[][] {
  return models.flatMap(({ uid, tags, categories }) => [
    ...[...new Set(tags.map(({ name }) => oneLine(name)))].map((name) => [uid, 'tag', name]),
    ...categories.map(({ name }) => [uid, 'category', name]),
  ]);
}

/** One entry for each user: the models they like. */
function likeSets(pairs: readonly (readonly [string, string])[]): string[] {
  const liked = new Map<string, string[]>();
  for (const [model, user] of pairs) liked.set(user, [...(liked.get(user) ?? []), model]);
  return [...liked.values()].map((models) => models.sort().join(' ')).sort();
}

/** Ids of a few digits occur in numbers and hashes by chance, and names of a few letters in any text. */
function expectNobodyNamed(files: Files, world: World): void {
  const text = Buffer.concat([...files.values()]).toString('utf8');
  const people = Array.from({ length: world.userCount }, (_, i) => world.userAt(i));
  const secrets = people
    .flatMap(({ uid, username }) => [uid, username])
    .filter((secret) => secret.length > 8);
  expect(secrets.length).toBeGreaterThan(people.length / 2);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

function expectTrueDescriptor(files: Files): void {
  const { resources, likesOut } = JSON.parse(files.get('datapackage.json')!.toString('utf8')) as Descriptor;
  const summarized = resources.map(({ path, bytes, hash }) => [path, bytes, hash]);
  const others = [...files].filter(([path]) => path !== 'datapackage.json');
  const real = others.map(([path, data]) => [
    path,
    data.length,
    `sha256:${createHash('sha256').update(data).digest('hex')}`,
  ]);
  expect(summarized.sort()).toEqual(real.sort());
  expect(likesOut.notComplete).toEqual([]);
}

/** The rule for cleaning text, written independently of the product. */
function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, (run) =>
      /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(run) ? ' ' : run,
    );
  return line.trim().slice(0, 1_000).trim();
}

const sorted = (rows: readonly string[][]) =>
  [...rows].sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
const byLast = (a: readonly string[], b: readonly string[]) => (a.at(-1)! < b.at(-1)! ? -1 : 1);
