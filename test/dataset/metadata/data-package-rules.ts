import { type Schema, Validator } from '@cfworker/json-schema';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.mjs';

/** A restated profile of Data Package 2; see the README.md beside them. */
export function readRules(name: string): Schema {
  const path = join(root, 'test/fixtures/data-package', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Schema;
}

// Passed in, so that no schema is fetched.
const validator = new Validator(readRules('datapackage'), '7', false);
for (const name of ['common', 'dataresource', 'tabledialect', 'tableschema', 'tablefield']) {
  validator.addSchema(readRules(name));
}

/** Where a descriptor violates the profiles, as JSON pointers, from the outside in. */
export function brokenAt(descriptor: unknown): string[] {
  const { valid, errors } = validator.validate(descriptor);
  if (valid) return [];
  return [...new Set(errors.map(({ instanceLocation }) => instanceLocation))];
}
