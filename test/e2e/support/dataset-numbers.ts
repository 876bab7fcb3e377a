import type { Page } from '@playwright/test';

export type DatasetNumber = 'Models' | 'Users' | 'Likes' | 'Complete';

/** The four numbers that the page shows for the dataset. */
export async function readDatasetNumbers(page: Page): Promise<Readonly<Record<DatasetNumber, number>>> {
  const region = page.getByRole('region', { name: 'Dataset' });
  const [terms, values] = await Promise.all([
    region.getByRole('term').allTextContents(),
    region.getByRole('definition').allTextContents(),
  ]);
  const read = (term: DatasetNumber) =>
    Number(values[terms.indexOf(term)]?.replaceAll(/\D/g, '') || Number.NaN);
  return { Models: read('Models'), Users: read('Users'), Likes: read('Likes'), Complete: read('Complete') };
}
