import * as v from 'valibot';

/** Validated although only the extension's own pages send it, as everything on input. */
export function parseImportId(value: unknown): string {
  return v.parse(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), value);
}
