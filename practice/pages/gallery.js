// What the site does inside a page: late counts, more cards, navigation without a load.

const view = /** @type {HTMLElement} */ (document.getElementById('view'));
const generation = document.documentElement.dataset['gen'] ?? '';

/** The numbers of a card appear a moment after it came into view, as on the real site. */
const counting = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    counting.unobserve(target);
    setTimeout(() => {
      target.textContent = target.getAttribute('data-late');
      target.removeAttribute('data-late');
    }, 150);
  }
});

/** @param {ParentNode} root */
function watchCounts(root) {
  for (const count of root.querySelectorAll('[data-late]')) counting.observe(count);
}

/** @typedef {{ cards: string, next: number | null }} Cards */
/** @typedef {{ title: string, bodyClass: string, main: string }} View */

/**
 * @param {'cards' | 'view'} piece
 * @param {Record<string, string>} query
 * @returns {Promise<unknown>}
 */
async function ask(piece, query) {
  const asked = new URLSearchParams({ ...query, gen: generation });
  const response = await fetch(`/practice/${piece}?${asked.toString()}`);
  if (!response.ok) throw new Error(`${piece}: ${response.status}`);
  /** @type {unknown} */
  const answer = await response.json();
  return answer;
}

let loading = false;

/** @param {HTMLElement} button */
async function loadMore(button) {
  if (loading) return;
  loading = true;
  const grid = view.querySelector('[data-cards]');
  const of = location.href;
  try {
    const asked = await ask('cards', { of, from: button.dataset['next'] ?? '' });
    const { cards, next } = /** @type {Cards} */ (asked);
    if (of !== location.href || !grid) return; // went elsewhere meanwhile
    grid.insertAdjacentHTML('beforeend', cards);
    watchCounts(grid);
    button.dataset['next'] = String(next ?? '');
    /** @type {HTMLElement} */ (button.parentElement).hidden = next === null;
  } finally {
    loading = false;
  }
}

const nextButton = () =>
  /** @type {HTMLElement | null} */ (view.querySelector('.c-grid__button.--next:not([hidden]) button'));

let shown = location.href;

/** Draws the page of the address bar in place of the one that is shown. */
async function show() {
  const of = location.href;
  shown = of;
  view.setAttribute('aria-busy', 'true');
  const { title, bodyClass, main } = /** @type {View} */ (await ask('view', { of }));
  if (of !== location.href) return;
  view.innerHTML = main;
  view.removeAttribute('aria-busy');
  document.title = title;
  document.body.className = bodyClass;
  scrollTo(0, 0);
  watchCounts(view);
}

/** @param {Promise<void>} work */
function report(work) {
  work.catch((/** @type {unknown} */ error) => console.error(error));
}

/** @param {URL} address */
function goTo(address) {
  if (new URLSearchParams(location.search).has('gen')) address.searchParams.set('gen', generation);
  history.pushState(null, '', address);
  report(show());
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
  const button = event.target.closest('.c-grid__button.--next button');
  if (button instanceof HTMLElement) report(loadMore(button));
  const link = event.target.closest('a[href]:not([data-reload])');
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  link.closest('details')?.removeAttribute('open');
  goTo(new URL(link.href));
});

document.querySelector('.p-search')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const words = /** @type {HTMLInputElement} */ (document.querySelector('.p-search input')).value;
  goTo(new URL(`/search?q=${encodeURIComponent(words)}`, location.origin));
});

addEventListener('popstate', () => {
  if (location.href.split('#')[0] !== shown.split('#')[0]) report(show());
});

addEventListener('scroll', () => {
  const button = nextButton();
  if (button && button.getBoundingClientRect().top < innerHeight + 200) report(loadMore(button));
});

watchCounts(document);
