import type { Simulation } from '../simulation';
import { checkTiming, countRepeats } from './check-timing';

/** Returns a line for each thing wrong with a run. */
export function checkRun(sim: Simulation): string[] {
  const { history, plan } = sim;
  const surprises = sim.surprises.map((error) =>
    error instanceof Error ? firstLines(error) : String(error),
  );
  const repeats = countRepeats(history.sent);
  const fullDisks = plan.blows.filter(({ is }) => is === 'full disk').length;
  const allowed = (history.deaths.length + fullDisks) * plan.crawlConcurrency + history.lostAnswers;
  const often = repeats > allowed ? [`repeats: ${repeats}, where ${allowed} answers can have been lost`] : [];
  return [...surprises, ...checkTiming(history), ...often];
}

const firstLines = ({ stack, message }: Error) =>
  /^[a-z ]+: /.test(message) ? message : (stack ?? message).split('\n').slice(0, 6).join('\n');
