import { render } from 'preact';
import { provideMessages } from '../../../src/i18n/message-source';
import { Page } from '../../../src/popup/page';
import type { Actions } from '../../../src/popup/page-snapshot';
import { type Catalogue, sourceOf } from '../../i18n/source-of';
import { states } from './states';

const asked = new URLSearchParams(location.search);
const state = asked.get('state');

// The gallery only shows states; its buttons do nothing.
const still = new Proxy({} as Actions, { get: () => () => undefined });

async function showState(name: string): Promise<void> {
  const view = asked.get('view') === 'tab' ? 'tab' : 'popup';
  const snapshot = states[name];
  if (!snapshot) throw new Error(`no such state; there are ${Object.keys(states).join(', ')}`);
  const catalogue = await fetch(`/_locales/${asked.get('locale') ?? 'en'}/messages.json`);
  provideMessages(sourceOf((await catalogue.json()) as Catalogue));
  if (view === 'tab') document.documentElement.classList.add('in-tab', 'tab-view');
  render(<Page snapshot={{ ...snapshot, view }} actions={still} />, document.body);
}

function listStates(): void {
  const links = Object.keys(states).map((name) => (
    <li key={name}>
      {name}: <a href={`?state=${name}&view=popup`}>popup</a> <a href={`?state=${name}&view=tab`}>tab</a>
    </li>
  ));
  render(<ul>{links}</ul>, document.body);
}

if (state === null) listStates();
else await showState(state);
