/**
 * Texts that break careless programs, the commonest first: `|`, `\`, quotes, outer spaces, a newline, CJK and
 * characters beyond the basic plane all occur in names of the 2016 data; the rest is what attackers write.
 */
export const hostileNames: readonly string[] = [
  'Tin Robot | "walk" cycle',
  'C:\\models\\new\\teapot',
  '  spaces around me  ',
  'two\nlines',
  '<img src=x onerror="document.title=\'pwned\'">',
  '__proto__',
  '毒暴蟲',
  "It's Ada's \"best\" 'work'",
  'NA',
  '=HYPERLINK("https://evil.example","x")',
  '',
  '\u202Egnp.live\u202C reversed',
  'family 👩‍👩‍👧‍👦 portrait 🏳️‍🌈',
  'constructor',
  '../../etc/passwd',
  'null',
  '</script><script>alert(1)</script>',
  '--><b>out of the comment</b><!--',
  'tab\there, CR\r\nhere',
  '&lt;already escaped&gt; &amp;amp;',
  'نموذج ثلاثي الأبعاد',
  'lone surrogate \uD83D here',
  '${7*7} {{7*7}} %s %00',
  'a,b;c"d""e',
  '-1+1',
  'Z\u0351a\u0310l\u0323g\u035Fo'.repeat(12),
  'very long '.repeat(400).trimEnd(),
];

export const hostileTags: readonly string[] = [
  'a|b',
  '__proto__',
  '<b>bold</b>',
  'semi;colon,comma',
  '"quoted"',
  '日本語',
  '=1+1',
  'space  inside',
  'back\\slash',
  '🤖',
  'constructor',
];

export const hostilePeople: readonly string[] = [
  'M | J',
  '"; DROP TABLE likes; --',
  '<script>alert(1)</script>',
  '  Lena  ',
  'toString',
  '王小明',
  '\u202Enimda',
  '👾 pixel 👾',
  '',
  '@SUM(A1:A9)',
];
