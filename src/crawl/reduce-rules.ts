/** More than any crawler is asked to tell apart. robots-parser matches each rule against each address. */
const maxRules = 2_000;
/** Beyond this a path is no path of ours; addresses that are requested have some hundred characters. */
const maxPathLength = 2_000;
/**
 * From its first `*` on, robots-parser matches each character of a rule at each one of an address. So these take a few ms
 * for each request. A large robots.txt has some hundred such rules, of some 30 characters.
 */
const maxWildcardLength = 10_000;

/** What a robots.txt says to one crawler, or to all. */
type Group = {
  /** Distinct lines, as they are handed on. */
  readonly lines: Set<string>;
  /** The length of all rules from their first `*` on. */
  wildcardLength: number;
  crawlDelay: string | null;
  /** Has directives, whatever they say. */
  isPresent: boolean;
  isReadable: boolean;
};

/**
 * The part of a robots.txt that concerns one crawler: the groups that name it or, where none does, those for `*`, as one
 * group of at most `maxRules` rules, with the same verdicts and few wildcards. Where that part is too large, everything is disallowed,
 * which leaves the decision to the person. robots-parser keeps each rule once for each agent of its group, so 345 kB
 * of many agents times many rules would take more memory than a browser has; here every line is looked at once.
 */
export function reduceRules(text: string, productToken: string): string {
  const token = productToken.toLowerCase();
  const ours = emptyGroup();
  const everyones = emptyGroup();
  let current = new Set<Group>();
  let isAfterAgent = false;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const directive = parseDirective(line);
    if (!directive) continue;
    const [name, value] = directive;
    if (name === 'user-agent') {
      if (!isAfterAgent) current = new Set();
      const agent = value.toLowerCase().replace(/\/.*/, '').trim();
      if (agent === token) current.add(ours);
      if (agent === '*') current.add(everyones);
    } else for (const group of current) addDirective(group, name, value);
    isAfterAgent = name === 'user-agent';
  }
  return format(ours.isPresent ? ours : everyones);
}

function emptyGroup(): Group {
  return { lines: new Set(), wildcardLength: 0, crawlDelay: null, isPresent: false, isReadable: true };
}

/** The directive's name in lower case and its value, or `null` where the line is none. */
function parseDirective(line: string): readonly [string, string] | null {
  const comment = line.indexOf('#');
  const text = comment < 0 ? line : line.slice(0, comment);
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  return name === '' ? null : [name, text.slice(colon + 1).trim()];
}

function addDirective(group: Group, name: string, value: string): void {
  if (name === 'allow' || name === 'disallow') {
    group.isPresent = true;
    if (value.length > maxPathLength || group.lines.size >= maxRules) group.isReadable = false;
    else addRule(group, `${name}: ${value}`);
    if (group.wildcardLength > maxWildcardLength) group.isReadable = false;
  } else if (name === 'crawl-delay') {
    group.isPresent = true;
    // The last one that is a number counts.
    if (group.crawlDelay === null || !Number.isNaN(Number(value))) group.crawlDelay = value;
  }
}

function addRule(group: Group, line: string): void {
  if (group.lines.has(line)) return;
  group.lines.add(line);
  const wildcard = line.indexOf('*');
  // The parser encodes what is not ASCII, as up to nine characters.
  if (wildcard >= 0) group.wildcardLength += line.slice(wildcard).replace(/[^!-~]/g, '%xx%xx%xx').length;
}

function format({ lines, crawlDelay, isReadable }: Group): string {
  const rules = isReadable ? [...lines] : ['disallow: /'];
  if (crawlDelay !== null) rules.push(`crawl-delay: ${crawlDelay}`);
  return rules.length === 0 ? '' : ['user-agent: *', ...rules].join('\n');
}
