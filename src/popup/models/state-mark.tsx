import type { StateGroup } from './state-groups';

/** On a grid of 10 by 10. Shapes differ, so that no colour is needed to tell states apart. */
const shapes = {
  complete: 'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  partial: 'M5 .5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM5 2v6a3 3 0 1 1 0-6z',
  gone: 'M1 1h8v8h-8z',
  forbidden: 'M.5 .5h9v9h-9zM2.2 2.2v5.6h5.6v-5.6z',
  failed: 'M1.6 .4L5 3.8L8.4 .4L9.6 1.6L6.2 5L9.6 8.4L8.4 9.6L5 6.2L1.6 9.6L.4 8.4L3.8 5L.4 1.6z',
  'to-go': 'M5 .5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM5 1.9a3.1 3.1 0 1 1 0 6.2a3.1 3.1 0 1 1 0-6.2z',
} as const satisfies Record<StateGroup, string>;

/** Beside the word for the state. */
export function StateMark({ group }: { readonly group: StateGroup }) {
  return (
    <svg class={`state-mark ${group}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapes[group]} fill-rule="evenodd" />
    </svg>
  );
}
