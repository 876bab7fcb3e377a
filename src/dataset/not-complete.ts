import { eachModel, type ChosenModels } from './chosen-models';

/** A model whose list of likes is not completely known. */
export type NotComplete = {
  readonly mid: string;
  readonly state: string;
  readonly cause: string | null;
};

/** By id. One after the other, since in the middle of a crawl it may be nearly all of them. */
export function* notComplete(models: ChosenModels): Generator<NotComplete> {
  for (const { uid, state, cause, complete } of eachModel(models)) {
    if (!complete) yield { mid: uid, state, cause };
  }
}
