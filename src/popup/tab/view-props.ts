import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';

/** What every view of the tab is given. */
export type ViewProps = {
  readonly snapshot: PageSnapshot;
  /** What the one filled button does; `null` if there is none. */
  readonly step: Step | null;
  readonly actions: Actions;
};
