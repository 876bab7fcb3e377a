import type { Answer } from '../sketchfab/answer';
import { firstLikesPosition, likesPerPage } from '../sketchfab/addresses';
import { classifyResponse, type Meaning } from '../sketchfab/classify-response';
import { structureOf } from '../sketchfab/json-structure';
import { parseLikesPage } from '../sketchfab/likes-page';
import { parseListingPage } from '../sketchfab/listing-page';
import { type FactName, factNames, type ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import { parseModel } from '../sketchfab/parse-model';
import { ShapeError } from '../sketchfab/shape-error';
import { meaningWithoutRules, readRules } from './read-rules';
import type { CheckedPart, FieldCheck, PartCheck, RulesPart } from './site-check';

/** A page of the catalogue has them for at least one of its models. */
const inCatalogue = factNames;
/** Not every model has these. */
const seldom: ReadonlySet<FactName> = new Set(['licence', 'isRestricted', 'noAi']);
const ofEveryModel = factNames.filter((name) => !seldom.has(name));

/** Checks a robots.txt. A host that has none is understood: it allows everything. */
export function checkRules(part: RulesPart, answer: Answer): PartCheck {
  const status = 'status' in answer ? answer.status : null;
  if (readRules(answer) === null) return unread(part, meaningWithoutRules(answer), status);
  return { part, result: 'understood', cause: null, status, fields: [], structure: [] };
}

export type CatalogueCheck = {
  readonly check: PartCheck;
  /** The first model in it, whose facts and likes can be checked next. */
  readonly modelUid: ModelUid | null;
};

/** Checks a page of the catalogue. */
export function checkCatalogue(answer: Answer): CatalogueCheck {
  let modelUid: ModelUid | null = null;
  const check = checkJson('catalogue', answer, (json) => {
    const { models, unreadableRows, next } = parseListingPage(json);
    modelUid = models[0]?.uid ?? null;
    const rows = models.length + unreadableRows;
    const facts = inCatalogue.map((name) => ({ name, found: countWith(models, name), of: models.length }));
    return [{ name: 'uid', found: models.length, of: rows }, ...facts, nextField(next !== null)];
  });
  return { check, modelUid };
}

/** Checks what the API says of one model. */
export function checkModel(answer: Answer, modelUid: ModelUid): PartCheck {
  return checkJson('model', answer, (json) => {
    const facts = parseModel(json, 'answer');
    if (facts.uid !== modelUid) throw new ShapeError('uid: of another model');
    return ofEveryModel.map((name) => ({ name, found: countWith([facts], name), of: 1 }));
  });
}

/** Checks the first page of a model's likes. */
export function checkLikes(answer: Answer, modelUid: ModelUid): PartCheck {
  return checkJson('likes', answer, (json) => {
    const { userUids, usernames, unreadableRows, next } = parseLikesPage(json, modelUid, firstLikesPosition);
    const rows = userUids.length + unreadableRows;
    const named = usernames.filter((name) => name !== null).length;
    return [
      { name: 'uid', found: userUids.length, of: rows },
      { name: 'username', found: named, of: rows },
      // A short page is the last one.
      ...(rows < likesPerPage ? [] : [nextField(next !== null)]),
    ];
  });
}

/** A part that is not requested. */
export function notRequested(part: CheckedPart, cause: string): PartCheck {
  return { part, result: 'notRequested', cause, status: null, fields: [], structure: [] };
}

const nextField = (isFound: boolean): FieldCheck => ({ name: 'next', found: isFound ? 1 : 0, of: 1 });

const countWith = (models: readonly ModelFacts[], name: FactName) =>
  models.filter((model) => model[name] !== null).length;

function checkJson(
  part: CheckedPart,
  answer: Answer,
  readFields: (json: unknown) => readonly FieldCheck[],
): PartCheck {
  const status = 'status' in answer ? answer.status : null;
  const meaning = classifyResponse(answer);
  if (meaning.is !== 'json') return unread(part, meaning, status);
  const structure = structureOf(meaning.json);
  try {
    const fields = readFields(meaning.json);
    const isWhole = fields.every(({ found, of }) => found > 0 || of === 0);
    return {
      ...{ part, status, fields, structure },
      result: isWhole ? 'understood' : 'partly',
      cause: null,
    };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { ...{ part, status, structure }, result: 'notUnderstood', cause: error.message, fields: [] };
  }
}

type NoJson = Exclude<Meaning, { is: 'json' }>;

/** What is no JSON may be a change of the site or a passing fault, and does not tell which. */
function unread(part: CheckedPart, { cause }: NoJson, status: number | null): PartCheck {
  return { part, result: 'noAnswer', cause, status, fields: [], structure: [] };
}
