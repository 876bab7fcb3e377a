import { type ModelUid, parseModelUid } from '../../../sketchfab/model-uid';

const part = /^model=/;

/** The model whose sheet the address of the view "Models" opens; `null` if it opens none. */
export function openedModel(query: string): ModelUid | null {
  const value = query
    .split('&')
    .find((each) => part.test(each))
    ?.replace(part, '');
  return parseModelUid(value) ?? null;
}

/** The same list with this sheet open, or with none. */
export function withModel(query: string, uid: ModelUid | null): string {
  const others = query.split('&').filter((each) => each !== '' && !part.test(each));
  return [...others, ...(uid === null ? [] : [`model=${uid}`])].join('&');
}
