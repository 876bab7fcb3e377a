import type { ModelUid } from '../../../sketchfab/model-uid';

/** After a sheet was closed: to the row that it was opened from, or where the list begins if that is not drawn. */
export function returnFocus(uid: ModelUid): void {
  // Another sheet, or what was pressed, has it already.
  if (document.activeElement && document.activeElement !== document.body) return;
  const row = document.querySelector<HTMLElement>(`[data-uid="${uid}"]`);
  (row ?? document.querySelector<HTMLElement>('.models-count'))?.focus({ preventScroll: true });
}
