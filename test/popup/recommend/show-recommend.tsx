import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { Actions, PageSnapshot } from '../../../src/popup/page-snapshot';
import { RecommendView } from '../../../src/popup/recommend/recommend-view';
import { recommendStates } from '../gallery/recommend-states';

const recorder = () =>
  new Proxy<Record<string, unknown>>({}, { get: (target, name) => (target[String(name)] ??= vi.fn()) });

export function drawn(run: () => void): void {
  act(run).catch((error: unknown) => {
    throw error;
  });
}

export function show(state: string, changed: Partial<PageSnapshot> = {}): Actions {
  const actions = recorder() as unknown as Actions;
  const snapshot = { ...recommendStates[state]!, ...changed };
  drawn(() => render(<RecommendView snapshot={snapshot} step={null} actions={actions} />, document.body));
  return actions;
}

export const regions = () => [...document.querySelectorAll('section')];
export const titleOf = (region: Element) =>
  document.getElementById(region.getAttribute('aria-labelledby')!)!.textContent;
export const linksIn = (region: Element) => [...region.querySelectorAll<HTMLAnchorElement>('ol a')];
export const text = () => document.body.textContent;

export function type(value: string): void {
  const field = document.querySelector<HTMLInputElement>('[role=combobox]')!;
  drawn(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function key(name: string): void {
  drawn(() =>
    document
      .querySelector('[role=combobox]')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
  );
}
