/** How often a campaign does what it does, and where its random moments come from. */
export type CampaignSize = { readonly n: number; readonly seed: number };

/**
 * `FAULTS_<NAME>=200` in the environment wins over `few`, which is a matter of seconds; `npm run test:faults` sets the
 * full numbers. The seed is new each time and stands among the figures; `FAULTS_SEED` asks for a certain one.
 */
export function campaignSize(name: string, few: number): CampaignSize {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
  const n = Number(process.env[`FAULTS_${name}`] ?? few);
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`FAULTS_${name} is no number of times`);
  if (!Number.isSafeInteger(seed)) throw new Error('FAULTS_SEED is no whole number');
  return { n, seed };
}
