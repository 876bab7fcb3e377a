import { hostileNames } from '../world/hostile-texts';
import { mix } from '../world/random';
import { hexUid } from '../world/uid';
import { escape } from './escape';

const fakeCards = 1_000;
const megabyte = 1_000_000;

/** Invalid ids. */
const nonsense = [
  '__proto__',
  'constructor',
  '',
  ' ',
  '../../etc/passwd',
  'x'.repeat(10_000),
  '<b>',
  'NaN',
  '1',
  '💥',
  'a b',
  'https://evil.example/',
];

/** A page that does all it can to break its reader. It stops changing after five seconds. */
export function hostilePage(seed: number): string {
  const cards = Array.from({ length: fakeCards }, (_, index) => fakeCard(seed, index));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile page</title>
<meta name="robots" content="${'noai,'.repeat(1_000)}">
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/practice/pages/frame.css"><link rel="stylesheet" href="/practice/pages/gallery.css"><link rel="stylesheet" href="/practice/pages/model.css"></head><body class="hostile-page">
<p class="p-banner">Practice site: a page that tries to break its readers</p>
${clobbering}
<div id="js-dom-data-prefetched-data"><!--{&#34;__proto__&#34;:{&#34;uid&#34;:&#34;polluted&#34;},&#34;/i/models/${hexUid(seed, 9)}&#34;:${'['.repeat(20_000)}--></div>
<div class="c-grid__items" id="cards">${cards.join('\n')}</div>
<script type="module" src="/practice/pages/hostile.js"></script></body></html>`;
}

/** Named form controls and ids that shadow the document's own properties. */
const clobbering = `<form name="body" id="__proto__">${[
  ...['querySelectorAll', 'getAttribute', 'body', 'children', 'parentNode', 'nodeType', 'textContent'],
  ...['dataset', 'closest', 'matches', 'firstChild', 'childNodes', 'documentElement', 'location'],
]
  .map((name) => `<input name="${name}" id="${name}">`)
  .join('')}</form>
<img name="querySelector" alt=""><img name="getElementById" alt=""><form name="head"><input name="querySelectorAll"></form>
<form class="card card-model" data-uid="${'0'.repeat(32)}"><input name="getAttribute"><input name="querySelector"><input name="matches"><input name="closest"><input name="dataset"></form>`;

function fakeCard(seed: number, index: number): string {
  const name = index % 400 === 13 ? 'M'.repeat(megabyte) : hostileNames[index % hostileNames.length]!;
  return `<div class="c-grid__item item"><div class="card card-model" data-uid="${escape(fakeUid(seed, index))}">
<meta itemprop="name" content="${escape(name)}"><span class="card__footer__stats --likes"><span class="count">${fakeCount(index)}</span></span>
<a class="card__footer__avatar" href="javascript:alert(1)" data-user="${index % 2 ? '__proto__' : '9'.repeat(400)}">x</a>
<a href="/3d-models/x-${escape(fakeUid(seed, index))}">x</a></div></div>`;
}

/** Every third id is well formed, but belongs to no model of this world. */
function fakeUid(seed: number, index: number): string {
  return index % 3 === 0 ? hexUid(mix(seed, 666), index) : nonsense[index % nonsense.length]!;
}

const fakeCount = (index: number) =>
  ['1e999', '-5', '9'.repeat(300), '1.2.3k', 'NaN', '', '１２', '12k'][index % 8]!;
