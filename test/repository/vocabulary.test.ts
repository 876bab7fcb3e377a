import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { sourceFiles } from './source-files';

/**
 * Words that only this project understood, each with the field's word. `text` is searched for in a line as it is
 * written, `words` in the same line with identifiers taken apart: `importRoom` and `import-room` are "import room".
 */
const retired: readonly {
  readonly text?: RegExp;
  readonly words?: RegExp;
  readonly better: string;
  /** Files where the word is the field's term for something else. */
  readonly except?: RegExp;
}[] = [
  { words: /\bhouses?\b/i, better: 'architecture' },
  { words: /\bfloors?\b/i, better: 'layer, minimum' },
  { words: /\broom(?:s|y)?\b/i, better: 'module, section, space' },
  { words: /\bharvest(?:s|ed|ing)?\b/i, better: 'snapshot' },
  { words: /\bwish(?:es|ed)?\b/i, better: 'request, options, intent' },
  { words: /\btroubles?\b/i, better: 'error, failure' },
  { words: /\bunit(?:e|es|ed|ing)\b/i, better: 'merge' },
  { words: /\bpleasure\b/i, better: 'responseQuality' },
  {
    words:
      /\b(?:take|takes|taken|taking|took)(?: (?:it|them|one|this|a zip|the zip))? in\b(?! (?:this|that|the)? ?order)/i,
    better: 'import, apply',
  },
  { text: /\bsay[A-Z]\w*/, better: 'format*, *Message' },
  { text: /(?:\btype |[:<|&]\s*)Fill\b|\bfillOrder|\bchooseFill/, better: 'runExport, runSteps' },
  { text: /\b[A-Z]\w*Order\b/, better: '*Request, *Options' },
  {
    text: /(?:\btype |[:<|&]\s*)(?:Chosen|Described|Gathered|Settled)\b(?=\s*[=;,>)|&{}[\]])/,
    better: 'FilteredDataset, SummarizedDataset, PseudonymizedDataset, ExportContext',
  },
  {
    text: /\bchoose\(|\bdescribeChosen\b|\bnameUsers\b/,
    better: 'filterSnapshot, summarizeDataset, pseudonymizeUsers',
  },
  { text: /\b[hH]eldKey\b|\bholdKey\b|\b[hH]eldModel\b/, better: 'MergeKey, LocalModel' },
  { text: /\btakenOver[A-Z]|TakenOver\b/, better: 'importedUserId' },
  { text: /\bhasPrint\b|\bmayBegin\b/, better: 'has, mightContain' },
  { text: /\bWatchedPeople\b/, better: 'LeakIndex' },
  {
    text: /\bTextRegister\b|\bGrowingTexts\b|\bTextList\b/,
    better: 'StringDictionary, StringListBuilder, StringList',
  },
  { text: /\bsealEntry\b/, better: 'hashAndScan' },
  { text: /\bPullingWorker\b/, better: 'PullSource' },
  { text: /\bStanding\b|\breadStanding\b/, better: 'CrawlSnapshot, DatabaseStatus' },
  { text: /\b(?:read|new|is|the)?[eE]poch\b/, better: 'databaseId', except: /recommend/ },
  { text: /\bjudgeAnswer\b/, better: 'classifyResponse' },
  { text: /\bholdOut\b/, better: 'handleFailure' },
  { text: /\bhangBell\b|\bstir\b|\bunclobbered\b/, better: 'what it does' },
];

/** Lines where an old word is right: a function of the language, a phrase of the site. */
const legitimate = /\bMath\.floor\b|Wish them well/g;

const apart = (line: string) => line.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ');

function retiredIn(line: string, path = ''): string[] {
  const rest = line.replace(legitimate, '');
  const words = apart(rest);
  return retired.flatMap(({ text, words: pattern, better, except }) => {
    if (except?.test(path)) return [];
    const found = text?.exec(rest) ?? pattern?.exec(words);
    return found ? [`${found[0]} (${better})`] : [];
  });
}

describe('the vocabulary', () => {
  const folders = ['src', 'test', 'practice', 'docs', 'bench', 'scripts'];
  const files = [
    ...folders.flatMap((folder) => sourceFiles(folder)),
    ...sourceFiles().filter((path) => !path.includes('/') && path.endsWith('.md')),
  ].filter((path) => /\.(?:tsx?|m?js|css|html|md|sql|py)$/.test(path));
  // Pages of the site are kept as they were; the practice site needs words for its models; this file names what it forbids.
  const ours = files.filter(
    (path) =>
      !path.startsWith('test/fixtures/') &&
      path !== 'practice/world/words.ts' &&
      path !== 'test/repository/vocabulary.test.ts',
  );

  it('uses the words of the field, in file names and in every line', () => {
    expect(ours.length).toBeGreaterThan(500);
    const found = ours.flatMap((path) => [
      ...retiredIn(path).map((word) => `${path}: ${word}`),
      ...readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => retiredIn(line, path).map((word) => `${path}:${index + 1}: ${word}`)),
    ]);
    expect(found).toEqual([]);
  });
});

describe('a retired word', () => {
  it.each([
    'class="room foot"',
    'const importRoom = 1;',
    '.roomy .status {}',
    'the floors of the house',
    'export type ExportOrder = {};',
    'function sayBytes(bytes: number)',
    'What taking it in would do',
    'const takenIn = await takeIn(zip);',
    'a united source',
    "{ is: 'trouble' }",
    'filtered: Chosen;',
    "import { judgeAnswer } from './x';",
    'if (await readEpoch()) return;',
  ])('is found in %j', (line) => {
    expect(retiredIn(line)).not.toEqual([]);
  });

  it.each([
    'Math.floor(share * 100)',
    'a mushroom in a greenhouse',
    'const order = queue.order;',
    'essayist, sayings',
    'Chosen models are kept.',
    'the whole community, in one unit',
    'as an argument that takes inner rows',
  ])('is not found in %j', (line) => {
    expect(retiredIn(line)).toEqual([]);
  });
});
