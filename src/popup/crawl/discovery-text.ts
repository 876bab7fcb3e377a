import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { formatNumber } from '../../i18n/format-number';
import { formatEstimate, formatCount } from '../format/numbers';
import { formatDuration } from '../../i18n/format-duration';
import { discoveryPhase, discoveryRest } from './discovery-progress';
import { likelyPause, measuredPace, workText } from './estimates';

type View = 'popup' | 'tab';
type Discovery = NonNullable<Overview['discovery']>;

// The catalogue of October 2016; a page of it has 24 models.
const of2016 = { models: 28_806, minimumLikes: 5, pages: 1_200 };

export type DiscoveryNews = {
  readonly sentences: readonly string[];
  /** In words that may not be ours. */
  readonly error: string | null;
};

/** What there is to know of "Find most liked models": before it its cost, then how far it is, then what it found. */
export function discoveryText(
  overview: Overview,
  settings: Settings,
  now: number,
  view: View,
): DiscoveryNews {
  const { discovery } = overview;
  const news = (sentences: readonly string[], error: string | null = null) => ({ sentences, error });
  if (!discovery)
    return news(view === 'tab' ? estimateText(settings, overview) : [shortEstimateText(settings, overview)]);
  switch (discoveryPhase(overview)) {
    case 'running':
      return news([foundText(discovery), remainingText(discovery, measuredPace(overview, settings, now))]);
    case 'held-up':
      return news([`Held up: ${formatCount(discovery.listed, 'model')} found. It goes on from there.`]);
    default:
      return view === 'tab'
        ? news([...estimateText(settings, overview), endText(discovery)], discovery.error)
        : news([shortEndText(discovery)], discovery.error);
  }
}

/** The one figure there is. For other minimums nobody knows more than the direction. */
function estimateText(settings: Settings, { host }: Overview): readonly string[] {
  const { minimumLikes } = settings;
  const cost = workText(of2016.pages, likelyPause(settings, host));
  const known = `In 2016 ${formatNumber(of2016.models)} models had 5 likes or more: ${cost}.`;
  if (minimumLikes === of2016.minimumLikes) return [known, 'Today there are more.'];
  return [known, `With ${formatNumber(minimumLikes)} or more there are ${direction(minimumLikes)}.`];
}

/** In one line of the popup. */
function shortEstimateText(settings: Settings, { host }: Overview): string {
  const { minimumLikes } = settings;
  const models = `${formatNumber(of2016.models)} models in 2016`;
  if (minimumLikes !== of2016.minimumLikes)
    return `With 5: ${models}. With ${formatNumber(minimumLikes)}: ${direction(minimumLikes)}.`;
  const ms = of2016.pages * likelyPause(settings, host);
  return ms === 0 ? `${models}, now more.` : `${models}, now more: over ${formatDuration(ms)}.`;
}

const direction = (minimumLikes: number) => (minimumLikes > of2016.minimumLikes ? 'fewer' : 'more');

function foundText({ listed, lastLikeCount }: Discovery): string {
  const found = `${formatCount(listed, 'model')} found so far`;
  return lastLikeCount === null
    ? `${found}.`
    : `${found}, the last with ${formatCount(lastLikeCount, 'like')}.`;
}

function remainingText(discovery: Discovery, pace: number | null): string {
  const rest = discoveryRest(discovery);
  if (rest === null) return 'How long the list is cannot be told yet.';
  const time = pace === null ? '' : ` and ${formatDuration(rest * pace)}`;
  return `${capital(formatEstimate(rest, 'request'))}${time} to go, if likes fall off as they did in 2016.`;
}

function endText(discovery: Discovery): string {
  const { listed, newModels, minimumLikes, error } = discovery;
  if (error !== null) return shortEndText(discovery);
  const models = `${formatCount(listed, 'model')} with ${formatCount(minimumLikes, 'like')} or more`;
  return `Found: ${models}, ${newText(newModels)}.`;
}

function shortEndText({ listed, newModels, error }: Discovery): string {
  const found = formatCount(listed, 'model');
  return error === null ? `Found: ${found}, ${newText(newModels)}.` : `Ended early, with ${found} found:`;
}

const newText = (models: number) => `${models === 0 ? 'none' : formatNumber(models)} of them new`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
