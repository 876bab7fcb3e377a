import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const manifest = JSON.parse(read('manifest.json')) as {
  permissions: string[];
  host_permissions: string[];
  commands: { _execute_action: { suggested_key: { default: string } } };
};

/** The text under a second-level heading, up to the next one. */
function readSection(markdown: string, heading: string): string {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  return section?.slice(heading.length).trim() ?? '';
}

describe('the store pages', () => {
  const listing = read('docs', 'store', 'listing.md');

  it('justify each permission in the manifest, and no others', () => {
    const [table = ''] = read('docs', 'store', 'permissions.md').split(/^## /m);
    const rows = [...table.matchAll(/^\| `([^`]+)`\s*\| (.*?)\s*\|$/gm)];
    expect(rows.map(([, permission]) => permission).sort()).toEqual(
      [...manifest.permissions, ...manifest.host_permissions].sort(),
    );
    expect(rows.filter(([, , why = '']) => why.length < 40)).toEqual([]);
  });

  it("use the manifest's description as summary, short enough for every store", () => {
    const { description } = JSON.parse(read('public', '_locales', 'en', 'messages.json')) as {
      description: { message: string };
    };
    const [summary] = readSection(listing, 'Summary').split('\n');
    expect(summary).toBe(description.message);
    expect(description.message.length).toBeLessThanOrEqual(132);
  });

  it('state a single purpose in one sentence', () => {
    expect(readSection(listing, 'Single purpose')).toMatch(/^[^.]{20,}\.$/);
  });

  it('name the keyboard shortcut of the popup', () => {
    const key = manifest.commands._execute_action.suggested_key.default;
    expect(listing).toContain(key);
    expect(read('docs', 'store', 'reviewers.md')).toContain(key);
  });

  it('hold the Limited Use statement that Chrome asks for', () => {
    const statement = readSection(read('docs', 'store', 'data.md'), 'Limited Use').replaceAll(/\n> /g, ' ');
    expect(statement).toMatch(
      /adheres to the \[Chrome Web Store User Data Policy\].*including the Limited Use requirements/,
    );
  });

  it('explain what the manifest declares to Firefox about data', () => {
    const explained = readSection(read('docs', 'store', 'data.md'), 'Firefox: `data_collection_permissions`');
    expect(explained).toContain('`"required": ["none"]`');
    expect(read('vite.config.ts')).toMatch(/data_collection_permissions: \{ required: \['none'\] \}/);
  });
});
