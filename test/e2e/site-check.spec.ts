import { changedJson, wafChallenge } from '../../practice/fault-answers';
import { listedModels } from './support/browse';
import { captured } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, status } from './support/popup';

type Row = Record<string, unknown>;

/** The catalogue as if the site had renamed a field and dropped another. */
const changedCatalogue = changedJson((json) => {
  const page = json as { readonly results: readonly Row[] };
  const results = page.results.map(({ license, faceCount, ...others }) => ({
    ...others,
    terms: license,
    faces: faceCount,
  }));
  return { ...page, results };
});

test('Check Sketchfab says what is understood, politely, and what is not after the site has changed', async ({
  chromium,
  practice,
}) => {
  const tab = await captured(chromium, 300);
  const site = tab.getByRole('region', { name: 'Sketchfab' });
  const rows = site.getByRole('listitem');
  const requests = () => practice.ledger.apiRequests();
  const robots = () => practice.ledger.entries.filter(({ path }) => path === '/robots.txt');

  await button(tab, 'Check Sketchfab').click();
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'Understood' })).toHaveCount(5);
  expect(requests().map(({ method, path }) => `${method} ${path.split('/').slice(0, 3).join('/')}`)).toEqual([
    'GET /v3/models',
    'GET /v3/models',
    'GET /i/likes',
  ]);
  expect(robots()).toHaveLength(2);
  const moments = [...requests(), ...robots()].map(({ at }) => at).sort((one, other) => one - other);
  for (const [i, at] of moments.slice(1).entries()) expect(at - moments[i]!).toBeGreaterThanOrEqual(295);
  // It has looked, and captured nothing.
  await expect(tab.getByRole('region', { name: 'Dataset' })).toContainText('24');

  practice.faults.plan({ match: { path: '/v3/models' }, times: 1, answer: changedCatalogue });
  await button(tab, 'Check Sketchfab').and(tab.locator(':not([aria-disabled])')).click();
  await expect(rows.filter({ hasText: 'Partly understood' })).toContainText(
    'Not found: number of faces, licence.',
  );
  await expect(rows).toHaveCount(5);

  await site.getByText('Report for the developers').click();
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(tab, 'Copy report').click();
  await expect(site).toContainText('Copied.');
  const report = await tab.evaluate(() => navigator.clipboard.readText());
  expect(report).toBe(await site.locator('pre').textContent());
  expect(report).toContain('results[].terms: text, 24');
  for (const { uid, name } of listedModels(practice.world)) {
    expect(report).not.toContain(uid);
    expect(report).not.toContain(name);
  }
});

test('Check Sketchfab stops at a check for humans, and a crawl can still begin', async ({
  chromium,
  practice,
}) => {
  const tab = await captured(chromium);
  const rows = tab.getByRole('region', { name: 'Sketchfab' }).getByRole('listitem');
  practice.faults.plan({ match: { path: '/v3/models' }, times: 1, answer: wafChallenge() });
  await button(tab, 'Check Sketchfab').click();
  await expect(rows.filter({ hasText: 'No usable answer' })).toContainText('a check for humans');
  await expect(rows.filter({ hasText: 'Not requested' })).toHaveCount(2);
  await button(tab, 'Crawl all').click();
  await expect(status(tab)).toContainText(/done/i, { timeout: 60_000 });
});
