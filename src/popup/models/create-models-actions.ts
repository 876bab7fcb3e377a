import type { RetryOutcome } from '../../crawl/retry-outcome';
import { stringsOf } from '../../dataset/columns/string-list';
import type { DatasetOptions } from '../../dataset/dataset-options';
import { message } from '../../i18n/message';
import { formatFilter, formatModelsAddress } from '../../models/models-address';
import type { OpenFacet } from '../../models/model-filter';
import { mostModels } from '../../messaging/model-uids';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { Attempt } from '../page-state';
import type { ModelsReader } from './read-models';
import { createSheetActions, type SheetTools } from './sheet/sheet-actions';
import { leaveOut, takeBack } from './leave-out';
import { createPendingRemoval } from './pending-removal';
import {
  type ModelsActions,
  type ModelsNotice,
  type ModelsSnapshot,
  mostLeftOut,
  mostTabs,
  unreadModels,
} from './models-snapshot';

type Excluded = DatasetOptions['excluded'];

export type ModelsTools = SheetTools & {
  readonly reader: ModelsReader;
  readonly attempt: Attempt;
  /** Shows another address of the view, as a step of its own in the history or in place of the present one. */
  readonly goTo: (query: string, isReplacing: boolean) => void;
  /** Shows the view of the dataset at this address. */
  readonly goToDataset: (query: string) => void;
  readonly openModel: (uid: ModelUid) => Promise<unknown>;
  /** Lets the worker read these once more. */
  readonly retryModels: (uids: readonly ModelUid[]) => Promise<RetryOutcome>;
  /** Lets the worker remove these, after an export that is under way. */
  readonly removeModels: (uids: readonly ModelUid[]) => Promise<unknown>;
  /** Whom datasets leave out; `null` if that cannot be read. */
  readonly readExcluded: () => Excluded | null;
  readonly changeExcluded: (excluded: Excluded) => void;
};

/** How many values "Find a tag" offers. */
const foundValues = 12;

/** What the controls of the view "Models" do. */
export function createModelsActions(tools: ModelsTools): ModelsActions {
  const { read, change, reader, attempt, goTo, openModel, readExcluded, changeExcluded } = tools;
  let finding = 0;
  /** What came of a retry, told when the notice that is shown ends, as that one can be undone. */
  let next: { readonly uids: readonly ModelUid[]; readonly notice: ModelsNotice } | null = null;
  const removal = createPendingRemoval((uids) => {
    const removed = new Set(uids);
    if (next?.uids.every((uid) => removed.has(uid))) next = null;
    attempt(message('models_notRemoved'), () => tools.removeModels(uids), 'removal');
  });

  function endNotice(): void {
    change({ notice: next?.notice ?? null });
    next = null;
  }

  const select = (uids: Iterable<ModelUid>) => change({ selected: new Set([...read().selected, ...uids]) });

  /** What else is selected. */
  function unselected(uids: readonly ModelUid[]): ReadonlySet<ModelUid> {
    const done = new Set(uids);
    return new Set([...read().selected].filter((uid) => !done.has(uid)));
  }

  function find(facet: OpenFacet, text: string): void {
    finding += 1;
    const own = finding;
    if (text.trim() === '') {
      change({ found: null });
      return;
    }
    attempt(message('models_notFound'), async () => {
      const values = await reader.client()?.findValues(facet, text, foundValues);
      // Another letter was typed meanwhile.
      if (values && own === finding) change({ found: { facet, values } });
    });
  }

  return {
    ...createSheetActions(tools, reader.client),
    listModels: reader.list,
    leaveModels: () => {
      reader.rest();
      if (!removal.isPending()) return;
      removal.settle();
      // This is called while the view is drawn.
      queueMicrotask(endNotice);
    },
    goToModels: (address, isTyping = false) => goTo(formatModelsAddress(address), isTyping),
    chooseModels: (filter) => tools.goToDataset(formatFilter(filter)),
    readModelRows: reader.readRows,
    readAgain: () => {
      const { sheet, notice } = read();
      // The address still opens the sheet, and the notice is the only way to undo.
      change({ ...unreadModels, sheet, notice });
      reader.startAgain();
    },
    showAllValues: reader.showAllValues,
    findValues: find,
    selectModel: (uid, isSelected) => {
      const selected = new Set(read().selected);
      if (isSelected) selected.add(uid);
      else selected.delete(uid);
      change({ selected });
    },
    selectModelRows: (window) =>
      attempt(message('models_notSelected'), async () => {
        const uids = await reader.client()?.uids(window);
        if (uids) select(stringsOf(uids));
      }),
    selectAllModels: () =>
      attempt(message('models_notSelected'), async () => {
        const uids = await reader.client()?.uids();
        if (uids) change({ selected: new Set(stringsOf(uids)) });
      }),
    clearSelection: () => change({ selected: new Set() }),
    openSelected: () => {
      const uids = [...read().selected];
      if (uids.length > mostTabs) return;
      attempt(message('page_tabNotOpened'), async () => {
        for (const uid of uids) await openModel(uid);
      });
    },
    retry: (uids) => {
      if (uids.length > mostModels) return;
      if (removal.isPending()) {
        removal.keep(uids);
        endNotice();
      }
      const before = read().notice;
      attempt(message('models_notRetried'), async () => {
        const outcome = await tools.retryModels(uids);
        const { notice } = read();
        const told = { kind: 'retried', outcome } as const;
        // What was done meanwhile can still be undone.
        const waits = notice !== null && notice.kind !== 'retried' && notice !== before;
        next = waits ? { uids, notice: told } : null;
        change({ selected: unselected(uids), notice: waits ? notice : told });
      });
    },
    leaveOut: (uids) => {
      const excluded = readExcluded();
      if (!excluded || uids.length > mostLeftOut) return;
      const added = leaveOut(excluded, new Set(uids));
      changeExcluded(added.excluded);
      const notice = { kind: 'left-out', uids: added.uids, name: nameOfOnly(read(), uids) } as const;
      removal.keep(uids);
      change({ selected: unselected(uids), notice });
    },
    remove: (uids) => {
      if (uids.length > mostModels || !removal.ask(uids)) return;
      const notice = { kind: 'removing', uids, name: nameOfOnly(read(), uids) } as const;
      change({ selected: unselected(uids), notice });
    },
    undo: () => {
      const { notice } = read();
      const excluded = readExcluded();
      if (notice?.kind === 'removing') {
        removal.undo();
        endNotice();
      }
      if (notice?.kind !== 'left-out' || !excluded) return;
      changeExcluded(takeBack(excluded, notice.uids));
      endNotice();
    },
    forgetNotice: () => {
      removal.settle();
      endNotice();
    },
  };
}

/** Of a row that was read. */
function nameOfOnly({ answer }: ModelsSnapshot, uids: readonly ModelUid[]): string | null {
  if (uids.length !== 1) return null;
  return answer?.window.rows.find(({ uid }) => uid === uids[0])?.name || null;
}
