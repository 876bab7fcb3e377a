// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenOpened } from '../../src/content/when-opened';

function pageThatIs(state: { visibilityState: 'visible' | 'hidden'; prerendering?: boolean }) {
  for (const [name, value] of Object.entries(state))
    Object.defineProperty(document, name, { value, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(document, 'prerendering');
});

describe('a page', () => {
  it('in view is read at once', () => {
    const read = vi.fn();
    pageThatIs({ visibilityState: 'visible' });
    whenOpened(document, read);
    expect(read).toHaveBeenCalledOnce();
  });

  it('being prerendered is not read before it is shown', () => {
    const read = vi.fn();
    pageThatIs({ visibilityState: 'visible', prerendering: true });
    whenOpened(document, read);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(read).not.toHaveBeenCalled();
    pageThatIs({ visibilityState: 'visible', prerendering: false });
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(read).toHaveBeenCalledOnce();
  });

  it('in a background tab is read once, when it comes to the front', () => {
    const read = vi.fn();
    pageThatIs({ visibilityState: 'hidden' });
    whenOpened(document, read);
    expect(read).not.toHaveBeenCalled();
    pageThatIs({ visibilityState: 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(read).toHaveBeenCalledOnce();
  });
});
