import { jsonAnswer, type Answer } from './answer';
import { forbiddenPage, serverError, tooManyRequests, wafChallenge } from './fault-answers';
import type { Fault, Faults } from './faults';
import type { Ledger } from './ledger';
import { slow } from './wire-faults';
import type { World } from './world/world';

type Button = { readonly label: string; readonly times: number | 'always'; readonly answer: () => Fault };

/** The buttons of the control page, by the name in their POST. */
const buttons: Readonly<Record<string, Button>> = {
  'slow-down': { label: 'Answer 429 to the next request', times: 1, answer: () => tooManyRequests('20') },
  challenge: { label: 'Challenge', times: 1, answer: wafChallenge },
  'server-error': { label: 'Server error', times: 1, answer: () => serverError(503) },
  late: { label: 'Five seconds late, ten times', times: 10, answer: () => slow(5_000) },
  wall: { label: 'Refuse everything', times: 'always', answer: forbiddenPage },
};

type Site = { readonly world: World; readonly ledger: Ledger; readonly faults: Faults };

/** `GET /practice/state.json` */
export function stateAnswer({ world, ledger, faults }: Site): Answer {
  const api = ledger.apiRequests();
  const row = ({ query, ...entry }: (typeof api)[number]) => ({
    ...entry,
    cookie: entry.cookie !== null,
    query: query.toString(),
  });
  const others = ledger.entries.filter(({ path }) => !path.startsWith('/practice')).slice(-60);
  return jsonAnswer({
    figures: {
      Models: world.modelCount,
      People: world.userCount,
      Likes: world.likeCount,
      'Requests to the API': api.length,
      'With cookies': api.filter(({ cookie }) => cookie !== null).length,
    },
    buttons: Object.entries(buttons).map(([name, { label }]) => ({ name, label })),
    planned: faults.planned.map(({ plan, hits }) => ({ name: plan.answer.name, times: plan.times, hits })),
    api: api.slice(-60).map(row),
    all: others.map(row),
  });
}

/** `POST /practice/faults/<name>` plans one; the name `none` clears them all. */
export function planFromPage(faults: Faults, name: string): Answer {
  const button = Object.hasOwn(buttons, name) ? buttons[name] : undefined;
  if (name === 'none') faults.clear();
  else if (button)
    faults.plan({ match: { path: /^\/(?:i|v3)\// }, times: button.times, answer: button.answer() });
  else return jsonAnswer({ detail: `No fault is called ${name}.` }, 404);
  return jsonAnswer({ planned: faults.planned.length });
}
