/** More than any crawler is asked to tell apart. robots-parser matches each rule against each address. */
const maxRules = 2_000;
/** Beyond this a path is no path of ours; addresses that are requested have some hundred characters. */
const maxPathLength = 2_000;

/** What a robots.txt says to one crawler, or to all. */
type Group = {
  /** Distinct lines, as they are handed on. */
  readonly lines: Set<string>;
  crawlDelay: string | null;
  /** Has directives, whatever they say. */
  isPresent: boolean;
  isReadable: boolean;
};

/**
 * The part of a robots.txt that concerns one crawler: the groups that name it or, where none does, those for `*`, as one
 * group of at most `maxRules` rules, with the same verdicts. Where that part is too large, everything is disallowed,
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
  return { lines: new Set(), crawlDelay: null, isPresent: false, isReadable: true };
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
    else group.lines.add(`${name}: ${value}`);
  } else if (name === 'crawl-delay') {
    group.isPresent = true;
    // The last one that is a number counts.
    if (group.crawlDelay === null || !Number.isNaN(Number(value))) group.crawlDelay = value;
  }
}

function format({ lines, crawlDelay, isReadable }: Group): string {
  const rules = isReadable ? [...lines] : ['disallow: /'];
  if (crawlDelay !== null) rules.push(`crawl-delay: ${crawlDelay}`);
  return rules.length === 0 ? '' : ['user-agent: *', ...rules].join('\n');
}
