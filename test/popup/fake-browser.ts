import { vi } from 'vitest';

type Listener = (...args: unknown[]) => void;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    fire: (...args: unknown[]) => listeners.forEach((listener) => listener(...args)),
  };
}

/** The browser functions that the popup uses, without access to Sketchfab until a test grants it. */
export function createFakeBrowser() {
  const area = { get: vi.fn(() => Promise.resolve({})), set: vi.fn(() => Promise.resolve()) };
  return {
    permissions: {
      contains: vi.fn(() => Promise.resolve(false)),
      request: vi.fn(() => Promise.resolve(true)),
      onAdded: event(),
      onRemoved: event(),
    },
    runtime: { sendMessage: vi.fn(() => Promise.resolve<unknown>({ ok: true })) },
    storage: { local: area, session: area, onChanged: event() },
    tabs: { query: vi.fn(() => Promise.resolve([])) },
  };
}
