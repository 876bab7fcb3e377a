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

describe('the home page of the project', () => {
  it.each(['SECURITY.md', 'CITATION.cff', ...forms])('is the same in %s as in package.json', (path) => {
    const addresses = read(path).match(/https:\/\/github\.com\/[\w./-]+/g) ?? [];
    const elsewhere = addresses.filter(
      (address) => address !== homepage && !address.startsWith(`${homepage}/`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('is cited, with the version of package.json', () => {
    const citation = read('CITATION.cff');
    expect(citation).toMatch(new RegExp(`^version: ${version.replaceAll('.', '\\.')}$`, 'm'));
    expect(citation).toContain(`repository-code: ${homepage}\n`);
  });

  it('takes private vulnerability reports', () => {
    const address = `${homepage}/security/advisories/new`;
    expect(read('SECURITY.md')).toContain(address);
    expect(read('.github/ISSUE_TEMPLATE/config.yml')).toContain(address);
  });

  it('has an issue form for changes of Sketchfab', () => {
    expect(read('.github/ISSUE_TEMPLATE/site-changed.yml')).toMatch(/^name: The site changed$/m);
  });
});

describe('continuous integration', () => {
  it('runs npm test on Node 20 and 22', () => {
    expect(workflow).toMatch(/node: \['20', '22'\]/);
    expect(workflow).toMatch(/^ +- run: npm test$/m);
    expect(read('.nvmrc').trim()).toBe('20');
  });

  it('builds and runs the unit tests on macOS and Windows', () => {
    expect(workflow).toMatch(/system: \[macos-latest, windows-latest\]/);
    expect(workflow).toMatch(/^ +- run: npm run build$/m);
    expect(workflow).toMatch(/^ +- run: npm run test:unit$/m);
  });

  it('pins every action to a commit, and has read access only', () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(workflow).not.toMatch(/: write\b/);
  });
});
