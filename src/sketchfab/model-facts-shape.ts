import * as v from 'valibot';
import { factKinds, parsedBy } from './fact-kinds';
import { type FactName, factNames, modelFacts, type ModelFacts } from './model-facts';
import { parseModelUid } from './model-uid';

type Shapes = { readonly [Name in FactName]: v.GenericSchema<unknown, ModelFacts[Name]> };
const shapes = factNames.map((name) => [name, v.nullable<v.GenericSchema>(factKinds[modelFacts[name].kind])]);

/** Validates `ModelFacts` from outside: from a message, or from `browser.storage`. */
export const modelFactsShape = v.strictObject({
  uid: parsedBy(parseModelUid),
  ...(Object.fromEntries(shapes) as Shapes),
});
