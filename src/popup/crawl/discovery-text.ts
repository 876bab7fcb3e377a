import { formatDuration } from '../../i18n/format-duration';
import { countMessage, message } from '../../i18n/message';
import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { discoveryPhase, discoveryRest } from './discovery-progress';
import { likelyPause } from './likely-pause';
import { costText } from './plan-text';
import { roundEstimate } from './round-estimate';
import { measuredPace } from './time-left';

type View = 'popup' | 'tab';
type Discovery = NonNullable<Overview['discovery']>;

// The catalogue of October 2016, at 24 models a page.
const of2016 = { models: 28_806, minimumLikes: 5, pages: 1_200 };

export type DiscoveryText = {
  readonly sentences: readonly string[];
  /** May quote the site or the browser. */
  readonly error: string | null;
};

/** About "Find most liked models": first its cost, then its progress, then what it found. */
export function discoveryText(
  overview: Overview,
  settings: Settings,
  now: number,
  view: View,
): DiscoveryText {
  const { discovery } = overview;
  const text = (sentences: readonly string[], error: string | null = null) => ({ sentences, error });
  if (!discovery)
    return text(view === 'tab' ? costSentences(settings, overview) : [shortCostText(settings, overview)]);
  switch (discoveryPhase(overview)) {
    case 'running':
      return text([foundText(discovery), remainingText(discovery, measuredPace(overview, settings, now))]);
    case 'held-up':
      return text([countMessage('discovery_heldUp', discovery.listed)]);
    default:
      return view === 'tab'
        ? text([...costSentences(settings, overview), endText(discovery)], discovery.error)
        : text([shortEndText(discovery)], discovery.error);
  }
}

/** The only known figure. For other minimums only the direction is known. */
function costSentences({ minimumLikes, crawlDelayMs }: Settings, { host }: Overview): readonly string[] {
  const plan = costText(of2016.pages, likelyPause({ crawlDelayMs }, host));
  const known = message('discovery_cost', { models: of2016.models, likes: of2016.minimumLikes, plan });
  if (minimumLikes === of2016.minimumLikes) return [known, message('discovery_moreToday')];
  const direction = minimumLikes > of2016.minimumLikes ? 'discovery_fewer' : 'discovery_more';
  return [known, message(direction, { likes: minimumLikes })];
}

/** For one line of the popup. */
function shortCostText(settings: Settings, { host }: Overview): string {
  const { models, minimumLikes: usual, pages } = of2016;
  const { minimumLikes } = settings;
  if (minimumLikes !== usual) {
    const direction = minimumLikes > usual ? 'discovery_fewerShort' : 'discovery_moreShort';
    return message(direction, { models, usual, likes: minimumLikes });
  }
  const ms = pages * likelyPause(settings, host);
  if (ms === 0) return message('discovery_costShort', { models });
  return message('discovery_costAndTimeShort', { models, time: formatDuration(ms) });
}

function foundText({ listed, lastLikeCount }: Discovery): string {
  if (lastLikeCount === null) return countMessage('discovery_found', listed);
  return countMessage('discovery_foundDownTo', listed, { likes: countMessage('count_likes', lastLikeCount) });
}

function remainingText(discovery: Discovery, pace: number | null): string {
  const rest = discoveryRest(discovery);
  if (rest === null) return message('discovery_lengthUnknown');
  const requests = roundEstimate(rest);
  if (pace === null) return countMessage('discovery_requestsLeft', requests);
  return countMessage('discovery_timeLeft', requests, { time: formatDuration(rest * pace) });
}

function endText(discovery: Discovery): string {
  const { listed, newModels, minimumLikes, error } = discovery;
  if (error !== null) return shortEndText(discovery);
  const likes = countMessage('count_likes', minimumLikes);
  return countMessage('discovery_result', listed, { likes, fresh: newModels });
}

function shortEndText({ listed, newModels, error }: Discovery): string {
  if (error !== null) return countMessage('discovery_endedEarly', listed);
  return countMessage('discovery_resultShort', listed, { fresh: newModels });
}
