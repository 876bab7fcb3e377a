import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { sayAbout, sayCount, sayNumber } from '../format/numbers';
import { sayDuration } from '../format/time';
import { discoveryPhase, discoveryRest } from './discovery-progress';
import { likelyPause, measuredPace, sayWork } from './estimates';

type View = 'popup' | 'tab';
type Discovery = NonNullable<Overview['discovery']>;

// The catalogue of October 2016; a page of it has 24 models.
const of2016 = { models: 28_806, minimumLikes: 5, pages: 1_200 };

export type DiscoveryNews = {
  readonly sentences: readonly string[];
  /** In words that may not be ours. */
  readonly trouble: string | null;
};

/** What there is to know of "Find most liked models": before it its cost, then how far it is, then what it found. */
export function sayDiscovery(overview: Overview, settings: Settings, now: number, view: View): DiscoveryNews {
  const { discovery } = overview;
  const news = (sentences: readonly string[], trouble: string | null = null) => ({ sentences, trouble });
  if (!discovery)
    return news(view === 'tab' ? sayEstimate(settings, overview) : [sayEstimateShortly(settings, overview)]);
  switch (discoveryPhase(overview)) {
    case 'running':
      return news([sayFound(discovery), sayRest(discovery, measuredPace(overview, settings, now))]);
    case 'held-up':
      return news([`Held up: ${sayCount(discovery.listed, 'model')} found. It goes on from there.`]);
    default:
      return view === 'tab'
        ? news([...sayEstimate(settings, overview), sayEnd(discovery)], discovery.trouble)
        : news([sayEndShortly(discovery)], discovery.trouble);
  }
}

/** The one figure there is. For other minimums nobody knows more than the direction. */
function sayEstimate(settings: Settings, { host }: Overview): readonly string[] {
  const { minimumLikes } = settings;
  const cost = sayWork(of2016.pages, likelyPause(settings, host));
  const known = `In 2016 ${sayNumber(of2016.models)} models had 5 likes or more: ${cost}.`;
  if (minimumLikes === of2016.minimumLikes) return [known, 'Today there are more.'];
  return [known, `With ${sayNumber(minimumLikes)} or more there are ${direction(minimumLikes)}.`];
}

/** In one line of the popup. */
function sayEstimateShortly(settings: Settings, { host }: Overview): string {
  const { minimumLikes } = settings;
  const models = `${sayNumber(of2016.models)} models in 2016`;
  if (minimumLikes !== of2016.minimumLikes)
    return `With 5: ${models}. With ${sayNumber(minimumLikes)}: ${direction(minimumLikes)}.`;
  const ms = of2016.pages * likelyPause(settings, host);
  return ms === 0 ? `${models}, now more.` : `${models}, now more: over ${sayDuration(ms)}.`;
}

const direction = (minimumLikes: number) => (minimumLikes > of2016.minimumLikes ? 'fewer' : 'more');

function sayFound({ listed, lastLikeCount }: Discovery): string {
  const found = `${sayCount(listed, 'model')} found so far`;
  return lastLikeCount === null ? `${found}.` : `${found}, the last with ${sayCount(lastLikeCount, 'like')}.`;
}

function sayRest(discovery: Discovery, pace: number | null): string {
  const rest = discoveryRest(discovery);
  if (rest === null) return 'How long the list is cannot be told yet.';
  const time = pace === null ? '' : ` and ${sayDuration(rest * pace)}`;
  return `${capital(sayAbout(rest, 'request'))}${time} to go, if likes fall off as they did in 2016.`;
}

function sayEnd(discovery: Discovery): string {
  const { listed, newModels, minimumLikes, trouble } = discovery;
  if (trouble !== null) return sayEndShortly(discovery);
  const models = `${sayCount(listed, 'model')} with ${sayCount(minimumLikes, 'like')} or more`;
  return `Found: ${models}, ${sayNew(newModels)}.`;
}

function sayEndShortly({ listed, newModels, trouble }: Discovery): string {
  const found = sayCount(listed, 'model');
  return trouble === null ? `Found: ${found}, ${sayNew(newModels)}.` : `Ended early, with ${found} found:`;
}

const sayNew = (models: number) => `${models === 0 ? 'none' : sayNumber(models)} of them new`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
