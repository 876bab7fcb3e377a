import { describe, expect, it, vi } from 'vitest';
import { createFakeMessages } from '../../fuzz/fake-messages';
import { fuzzMessages } from '../../fuzz/fuzz-messages';
import { seedOf } from '../../fuzz/dice';

const browser = vi.hoisted(() => ({ fake: undefined as ReturnType<typeof createFakeMessages> | undefined }));
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: 'runtime' | 'storage') => browser.fake!.api[name] }),
}));

describe('10,000 forged messages', () => {
  it(
    'do nothing that their sender may not, and store nothing malformed',
    { timeout: 3_600_000 },
    async () => {
      const fake = createFakeMessages();
      browser.fake = fake;
      const done = await fuzzMessages(10_000, seedOf('messages'), fake.listen);
      expect(done).toBeGreaterThan(10_000 / 50); // some must be valid, or nothing would be tested
    },
  );
});
