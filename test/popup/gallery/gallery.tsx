import { render } from 'preact';
import { Page } from '../../../src/popup/page';
import type { Actions } from '../../../src/popup/page-snapshot';
import { states } from './states';

const asked = new URLSearchParams(location.search);
const view = asked.get('view') === 'tab' ? 'tab' : 'popup';
const snapshot = states[asked.get('state') ?? 'crawling'];
if (!snapshot) throw new Error(`no such state; there are ${Object.keys(states).join(', ')}`);

// The gallery shows states; nothing behind its buttons moves.
const still = new Proxy({} as Actions, { get: () => () => undefined });

if (view === 'tab') document.documentElement.classList.add('in-tab', 'tab-view');
render(<Page snapshot={{ ...snapshot, view }} actions={still} />, document.body);
