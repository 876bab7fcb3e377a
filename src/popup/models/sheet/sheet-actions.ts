import { message } from '../../../i18n/message';
import { errorMessage } from '../../../messaging/error-message';
import type { ModelUid } from '../../../sketchfab/model-uid';
import type { ModelDetails } from '../../../store/model-details';
import type { ModelsClient } from '../../../workers/models/models-client';
import type { ModelsActions, ModelsSnapshot, OpenSheet } from '../models-snapshot';

export type SheetTools = {
  readonly read: () => ModelsSnapshot;
  readonly change: (part: Partial<ModelsSnapshot>) => void;
  /** Opens the sheet of a model by its address, or closes it. */
  readonly goToSheet: (uid: ModelUid | null) => void;
  /** Calls back now and whenever what is stored of the model changes. Returns a function that stops. */
  readonly watchDetails: (
    uid: ModelUid,
    onDetails: (details: ModelDetails | null) => void,
    onError: (error: unknown) => void,
  ) => () => void;
  readonly setError: (sentence: string | null) => void;
};

type SheetActions = Pick<ModelsActions, 'openSheet' | 'closeSheet' | 'followModel' | 'placeModel'>;

/** What opens a sheet and keeps it up to date. */
export function createSheetActions(
  { read, change, goToSheet, watchDetails, setError }: SheetTools,
  client: () => ModelsClient | null,
): SheetActions {
  let stop = () => {};

  function update(uid: ModelUid, part: Partial<OpenSheet>): void {
    const { sheet } = read();
    // Another model was opened meanwhile.
    if (sheet?.uid === uid) change({ sheet: { ...sheet, ...part } });
  }

  const fail = (error: unknown) => setError(message('sheet_unread', { cause: errorMessage(error) }));

  function follow(uid: ModelUid | null): void {
    stop();
    stop = () => {};
    setError(null);
    change({ sheet: uid && { uid, details: null, place: null } });
    if (uid === null) return;
    stop = watchDetails(
      uid,
      (details) => {
        setError(null);
        update(uid, { details: details ?? 'missing' });
      },
      fail,
    );
  }

  return {
    openSheet: goToSheet,
    closeSheet: () => goToSheet(null),
    // This is called while the view is drawn, and a change would draw it within that.
    followModel: (uid) => queueMicrotask(() => follow(uid)),
    placeModel: (uid) => {
      client()
        ?.placeOf(uid)
        .then((place) => update(uid, { place }), fail);
    },
  };
}
