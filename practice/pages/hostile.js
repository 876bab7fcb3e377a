// Unrest for five seconds, then peace: a page that never ends would never end a test either.

// By the prototype: on this page `document.getElementById` is a picture.
const grid = /** @type {HTMLElement} */ (Document.prototype.getElementById.call(document, 'cards'));
const end = performance.now() + 5_000;
let turn = 0;

const hidden = document.createElement('div');
hidden.attachShadow({ mode: 'open' }).innerHTML = '<div class="card-model" data-uid="shadow"></div>';
document.documentElement.append(hidden);

function resumeStream() {
  for (let change = 0; change < 200; change++) {
    const card = document.createElement('div');
    card.className = 'card card-model';
    card.dataset['uid'] = (turn++).toString(16).padStart(32, '0');
    grid.append(card);
    if (grid.childElementCount > 3_000) grid.firstElementChild?.remove();
  }
  for (const card of [...grid.children].slice(0, 50)) card.setAttribute('data-uid', `moved-${turn}`);
  history.replaceState(null, '', `#${turn}`);
  if (performance.now() < end) requestAnimationFrame(resumeStream);
  else document.title = 'Hostile page, at rest';
}

resumeStream();
