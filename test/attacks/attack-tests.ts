import { holes } from './holes';

/** Attacks without a hole to plant: their defence is more than a line, or not yet listed. */
const withoutHole = [
  'test/fuzz/messages.test.ts',
  'test/fuzz/robots.test.ts',
  'test/e2e/open-pages.spec.ts',
  'test/e2e/forged-facts.spec.ts',
  'test/e2e/private-models.spec.ts',
  'test/store/remove-import.test.ts',
];

const all = [...new Set([...holes.map(({ test }) => test), ...withoutHole])].sort();

export const unitAttacks: readonly string[] = all.filter((path) => path.endsWith('.test.ts'));
export const browserAttacks: readonly string[] = all.filter((path) => path.endsWith('.spec.ts'));
