import { parsePsv } from '../dataset/tables/parse-psv';

/**
 * The ways in which public programs are known to read model_likes_anon.psv: what they treat as a record, a
 * field and a quote. Each returns [mid, uid], as the program would.
 */
export const publicLoaders: Readonly<Record<string, (text: string) => string[][]>> = {
  // pandas with quotechar '\\' and columns by name: posts and notebooks of the author.
  author: byName,
  // benfred/implicit and its copies: the same call, then a matrix that sums equal pairs.
  implicit(text) {
    const pairs = byName(text);
    if (new Set(pairs.map(String)).size !== pairs.length) throw new Error('a pair is there twice');
    return pairs;
  },
  // ISG-Siegen, algorithm selection: the second and third column, with `"` as the quote.
  byPosition: (text) => defaultQuotes(text).map(([, item = '', user = '']) => [item, user]),
  // ISG-Siegen, scoring-optimizer: the last two pieces of each line after the first.
  scoringOptimizer: lastTwo,
  // tobiasvente, greedy-ensemble-selection: the same code.
  greedyEnsemble: lastTwo,
};

function byName(text: string): string[][] {
  const [header = [], ...records] = parsePsv(text);
  const [mid, uid] = [header.indexOf('mid'), header.indexOf('uid')];
  return records.map((record) => [record[mid]!, record[uid]!]);
}

function lastTwo(text: string): string[][] {
  const lines = text.split('\n').slice(1).filter(Boolean);
  return lines.map((line) => line.replace(/\r$/, '').split('|').slice(-2));
}

/** As pandas reads by default: `"` at the start of a field quotes it, and `""` inside means one `"`. */
function defaultQuotes(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"([^|\r\n]*)|([^|\r\n]*))(\||\r\n|$)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error('a quote has no end');
    record.push(match[1] === undefined ? match[3]! : match[1].replaceAll('""', '"') + match[2]!);
    if (match[4] === '|') continue;
    records.push(record);
    record = [];
  }
  return records.slice(1);
}
