/** The number of events in a campaign, and the seed of its random moments. */
export type CampaignSize = { readonly n: number; readonly seed: number };

/**
 * `FAULTS_<NAME>=200` in the environment overrides `few`, which takes seconds; `npm run test:faults` sets the
 * full numbers. The seed is new each time and printed with the figures; `FAULTS_SEED` sets it.
 */
export function campaignSize(name: string, few: number): CampaignSize {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
  const n = Number(process.env[`FAULTS_${name}`] ?? few);
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`FAULTS_${name} must be a positive integer`);
  if (!Number.isSafeInteger(seed)) throw new Error('FAULTS_SEED must be an integer');
  return { n, seed };
}
