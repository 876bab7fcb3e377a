import { holes } from './holes';

/** Attacks for which no single line of ours is the defence, so that there is no hole to plant. */
const withoutHole = ['test/fuzz/messages.test.ts', 'test/fuzz/robots.test.ts', 'test/e2e/open-pages.spec.ts'];

const all = [...new Set([...holes.map(({ test }) => test), ...withoutHole])].sort();

export const unitAttacks: readonly string[] = all.filter((path) => path.endsWith('.test.ts'));
export const browserAttacks: readonly string[] = all.filter((path) => path.endsWith('.spec.ts'));
