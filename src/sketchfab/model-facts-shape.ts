import * as v from 'valibot';
import { factKinds, parsedBy } from './fact-kinds';
import { type FactOrigins, pageOrigins } from './fact-origins';
import { type FactName, factNames, modelFacts, type ModelFacts } from './model-facts';
import { parseModelUid } from './model-uid';

type Shapes = { readonly [Name in FactName]: v.GenericSchema<unknown, ModelFacts[Name]> };
const shapes = factNames.map((name) => [name, v.nullable<v.GenericSchema>(factKinds[modelFacts[name].kind])]);

const origins: v.GenericSchema<unknown, FactOrigins> = v.record(
  v.picklist(factNames),
  v.picklist(pageOrigins),
);

/** Validates `ModelFacts` from outside: from a page, which cannot speak for the site, or from `browser.storage`. */
export const modelFactsShape = v.strictObject({
  uid: parsedBy(parseModelUid),
  origins,
  ...(Object.fromEntries(shapes) as Shapes),
});
