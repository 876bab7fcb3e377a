import { describe, expect, it, vi } from 'vitest';
import { createFakeMessages } from './fake-messages';
import { fuzzMessages } from './fuzz-messages';
import { seedOf } from './dice';

const browser = vi.hoisted(() => ({ fake: undefined as ReturnType<typeof createFakeMessages> | undefined }));
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: 'runtime' | 'storage') => browser.fake!.api[name] }),
}));

describe('500 forged messages', () => {
  it('do nothing that their sender may not, and store nothing malformed', { timeout: 240_000 }, async () => {
    const fake = createFakeMessages();
    browser.fake = fake;
    const done = await fuzzMessages(500, seedOf('messages'), fake.listen);
    expect(done).toBeGreaterThan(500 / 50); // some must be valid, or nothing would be tested
  });
});
