import { render } from 'preact';
import { vi } from 'vitest';
import { Page } from './drawn-page';
import type { Actions, PageSnapshot } from '../../src/popup/page-snapshot';
import { states } from './gallery/states';

const noted = () =>
  new Proxy<Record<string, unknown>>({}, { get: (target, name) => (target[String(name)] ??= vi.fn()) });

/** The popup, or a view of the tab. */
export type Place = 'popup' | 'overview' | 'dataset' | 'settings';

/** Renders a state of the gallery, in the popup or in a view of the tab. Its buttons only record that they were pressed. */
export function show(state: string, at: Place = 'popup'): Actions {
  return showSnapshot(states[state]!, at);
}

export function showSnapshot(snapshot: PageSnapshot, at: Place): Actions {
  const actions = noted() as unknown as Actions;
  const shown: PageSnapshot = {
    ...snapshot,
    view: at === 'popup' ? 'popup' : 'tab',
    address: { view: at, query: '' },
  };
  render(<Page snapshot={shown} actions={actions} />, document.body);
  return actions;
}

export const buttons = () => [...document.querySelectorAll<HTMLElement>('button:not([role])')];
export const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;
export const press = (name: string) =>
  buttons()
    .find((button) => nameOf(button) === name)!
    .click();
