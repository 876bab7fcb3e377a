import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const { homepage, version } = JSON.parse(read('package.json')) as { homepage: string; version: string };
const forms = readdirSync(join(root, '.github', 'ISSUE_TEMPLATE')).map(
  (name) => `.github/ISSUE_TEMPLATE/${name}`,
);
const workflow = read('.github/workflows/test.yml');

describe('the home of the project', () => {
  it.each(['SECURITY.md', 'CITATION.cff', ...forms])('is the one of package.json in %s', (path) => {
    const addresses = read(path).match(/https:\/\/github\.com\/[\w./-]+/g) ?? [];
    const elsewhere = addresses.filter(
      (address) => address !== homepage && !address.startsWith(`${homepage}/`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('is cited in the version that package.json says', () => {
    const citation = read('CITATION.cff');
    expect(citation).toMatch(new RegExp(`^version: ${version.replaceAll('.', '\\.')}$`, 'm'));
    expect(citation).toContain(`repository-code: ${homepage}\n`);
  });

  it('takes reports of faults in private', () => {
    const address = `${homepage}/security/advisories/new`;
    expect(read('SECURITY.md')).toContain(address);
    expect(read('.github/ISSUE_TEMPLATE/config.yml')).toContain(address);
  });

  it('has a form for the day on which Sketchfab changes', () => {
    expect(read('.github/ISSUE_TEMPLATE/site-changed.yml')).toMatch(/^name: The site changed$/m);
  });
});

describe('the checks of each change', () => {
  it('are those of a person, on the oldest Node that is supported and on the next', () => {
    expect(workflow).toMatch(/node: \['20', '22'\]/);
    expect(workflow).toMatch(/^ +- run: npm test$/m);
    expect(read('.nvmrc').trim()).toBe('20');
  });

  it('build and run the unit tests on macOS and Windows too', () => {
    expect(workflow).toMatch(/system: \[macos-latest, windows-latest\]/);
    expect(workflow).toMatch(/^ +- run: npm run build$/m);
    expect(workflow).toMatch(/^ +- run: npm run test:unit$/m);
  });

  it('run code of others by its hash only, and may write nothing', () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(workflow).not.toMatch(/: write\b/);
  });
});
