import { render } from 'preact';
import { vi } from 'vitest';
import { Page } from '../../src/popup/page';
import type { Actions, PageSnapshot } from '../../src/popup/page-snapshot';
import { states } from './gallery/states';

const noted = () =>
  new Proxy<Record<string, unknown>>({}, { get: (target, name) => (target[String(name)] ??= vi.fn()) });

/** Renders a state of the gallery. Its buttons only record that they were pressed. */
export function show(state: string, view: PageSnapshot['view'] = 'popup'): Actions {
  const actions = noted() as unknown as Actions;
  render(<Page snapshot={{ ...states[state]!, view }} actions={actions} />, document.body);
  return actions;
}

export const buttons = () => [...document.querySelectorAll<HTMLElement>('button:not([role])')];
export const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;
export const press = (name: string) =>
  buttons()
    .find((button) => nameOf(button) === name)!
    .click();
