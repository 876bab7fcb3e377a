import { describe, expect, it } from 'vitest';
import { stateMeanings } from '../../../src/dataset/tables/model-states';
import { makeZip } from '../zip/made-zip';

const made = await makeZip([
  { uid: 'm1', name: 'One', tags: ['t'], categories: ['c'], likes: ['u1', 'u2', 'u1'] },
  { uid: 'm2', name: 'Two', state: 'partial', complete: false, likes: ['u2'] },
  { uid: 'm3', name: 'Three', state: 'new', complete: false },
]);
const readme = made.files.get('README.md')!.toString();
const descriptor = JSON.parse(made.files.get('datapackage.json')!.toString()) as {
  readonly resources: readonly {
    readonly path: string;
    readonly schema?: { readonly fields: readonly { readonly name: string }[] };
  }[];
};

describe('README.md', () => {
  it('names the zip it is in', () => {
    expect(readme).toContain("zipfile.ZipFile('sketchfab-likes-2026-01-02.zip')");
  });

  it('has the numbers of the summary', () => {
    const { summary } = made;
    expect(readme).toContain(`| models | ${String(summary.models)} |`);
    expect(readme).toContain(`| models with a complete list of likes | ${String(summary.completeModels)} |`);
    expect(readme).toContain(`| users with at least one like | ${String(summary.users)} |`);
    expect(readme).toContain(`| likes (distinct pairs of user and model) | ${String(summary.likes)} |`);
    expect(readme).toContain(`| duplicate likes removed | ${String(summary.duplicateLikes)} |`);
    expect(readme).toContain(`| categories and tags of models | ${String(summary.featsRows)} |`);
  });

  it('counts the models in each state and says what it means', () => {
    for (const state of ['complete', 'partial', 'new']) {
      expect(readme).toContain(`| ${state} | 1 | ${stateMeanings[state]!} |`);
    }
  });

  it('explains every file and column', () => {
    for (const { path, schema } of descriptor.resources.filter((resource) => resource.schema)) {
      const section = readme.split('### ').find((part) => part.startsWith(path))!;
      for (const { name } of schema!.fields)
        expect(section).toMatch(new RegExp(`^\\| ${name} \\| .+ \\|$`, 'm'));
    }
  });

  it('calls the data pseudonymized, never anything stronger', () => {
    expect(readme).toMatch(/pseudonymized/);
    expect(readme).not.toMatch(/anonymous|anonymized/i);
  });
});
