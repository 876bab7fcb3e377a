import type { PartCheck, SiteCheck } from './site-check';

/**
 * What the developers need to know when the site has changed: names of fields, types and numbers, but no ids, names or texts of
 * the site. In English, for them.
 */
export function siteCheckReport({ at, parts }: SiteCheck): string {
  const head = `Check of Sketchfab by Likes Out, ${new Date(at).toISOString().slice(0, 10)}`;
  return [head, ...parts.map(partReport)].join('\n\n');
}

function partReport({ part, result, cause, status, fields, structure }: PartCheck): string {
  const outcome = [result, status !== null && `HTTP ${status}`, cause].filter(Boolean).join(', ');
  const found = fields.map(({ name, found: some, of }) => `  ${name}: ${some} of ${of}`);
  const shape = structure.map(({ path, type, count }) => `    ${path || '(whole)'}: ${type}, ${count}`);
  return [`${part}: ${outcome}`, ...found, ...(shape.length > 0 ? ['  structure', ...shape] : [])].join('\n');
}
