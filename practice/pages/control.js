// Fills the control page, and again every second.

/** @typedef {{ at: number, method: string, host: string, path: string, query: string, cookie: boolean, status: number | null, fault: string | null, finishedAt: number | null }} Row */
/** @typedef {{ figures: Record<string, number>, buttons: { name: string, label: string }[], planned: { name: string, times: number | 'always', hits: number }[], api: Row[], all: Row[] }} State */

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

/** @param {string} tag @param {Node[]} children */
function holding(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** @param {State['figures']} figures */
function drawFigures(figures) {
  const pairs = Object.entries(figures).map(([name, value]) =>
    holding('div', element('dt', name), element('dd', value.toLocaleString())),
  );
  part('figures').replaceChildren(...pairs);
}

/** @param {State['buttons']} buttons */
function drawButtons(buttons) {
  if (part('faults').childElementCount > 0) return; // drawn once, so that focus stays
  const all = [...buttons, { name: 'none', label: 'Behave again' }];
  part('faults').replaceChildren(
    ...all.map(({ name, label }) => {
      const button = element('button', label, name === 'none' ? 'k-calm' : '');
      button.addEventListener('click', () => report(press(name)));
      return button;
    }),
  );
}

/** @param {State['planned']} planned */
function drawPlanned(planned) {
  const left = planned.filter(({ times, hits }) => times === 'always' || hits < times);
  const lines = left.map(({ name, times, hits }) =>
    element(
      'li',
      times === 'always' ? `${name}, always; played ${hits} times` : `${name}, ${times - hits} to come`,
    ),
  );
  part('planned').replaceChildren(
    ...(lines.length > 0 ? lines : [element('li', 'Nothing planned: every answer is right.')]),
  );
}

/** @param {Row[]} rows */
function drawRequests(rows) {
  const drawn = rows.map((row, at) => {
    const since = at === 0 ? '' : `${((row.at - /** @type {Row} */ (rows[at - 1]).at) / 1000).toFixed(2)} s`;
    const query = decodeURIComponent(row.query);
    const answer = `${row.status ?? 'open'}${row.fault ? ` · ${row.fault}` : ''}`;
    return holding(
      'tr',
      element('td', new Date(row.at).toLocaleTimeString()),
      element('td', since, 'k-number'),
      element('td', `${row.method} ${row.path}${query ? `?${query}` : ''}`, 'k-request'),
      element('td', answer, row.fault || (row.status ?? 0) >= 400 ? 'k-bad' : ''),
      element('td', row.finishedAt === null ? '' : `${row.finishedAt - row.at} ms`, 'k-number'),
      element('td', row.cookie ? 'sent' : 'none'),
    );
  });
  part('requests').replaceChildren(...drawn.reverse());
  part('no-requests').hidden = drawn.length > 0;
}

async function refresh() {
  const response = await fetch('/practice/state.json');
  const answer = /** @type {unknown} */ (await response.json());
  const state = /** @type {State} */ (answer);
  drawFigures(state.figures);
  drawButtons(state.buttons);
  drawPlanned(state.planned);
  const onlyApi = /** @type {HTMLInputElement} */ (part('only-api')).checked;
  drawRequests(onlyApi ? state.api : state.all);
}

/** @param {string} name */
async function press(name) {
  await fetch(`/practice/faults/${name}`, { method: 'POST' });
  await refresh();
}

/** @param {Promise<void>} work */
function report(work) {
  work.catch((/** @type {unknown} */ error) => console.error(error));
}

part('only-api').addEventListener('change', () => report(refresh()));
setInterval(() => report(refresh()), 1_000);
report(refresh());
