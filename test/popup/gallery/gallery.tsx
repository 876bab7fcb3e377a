import { render } from 'preact';
import { provideMessages } from '../../../src/i18n/message-source';
import { Page } from '../drawn-page';
import type { Actions } from '../../../src/popup/page-snapshot';
import { formatAddress, parseAddress } from '../../../src/popup/tab/address';
import { views } from '../../../src/popup/tab/views';
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
  const draw = () => {
    const inBar = parseAddress(location.hash);
    // Some states belong to what an address asks for.
    const isOwn = inBar.view === snapshot.address.view && inBar.query === '';
    const address = isOwn ? snapshot.address : inBar;
    render(<Page snapshot={{ ...snapshot, view, address }} actions={still} />, document.body);
  };
  addEventListener('hashchange', draw);
  draw();
}

function listStates(): void {
  const links = Object.keys(states).map((name) => (
    <li key={name}>
      {name}: <a href={`?state=${name}&view=popup`}>popup</a>
      {views.map((view) => (
        <>
          {' '}
          <a href={`?state=${name}&view=tab${formatAddress(view.name)}`}>{view.name}</a>
        </>
      ))}
    </li>
  ));
  render(<ul>{links}</ul>, document.body);
}

if (state === null) listStates();
else await showState(state);
