import { useEffect, useMemo } from 'preact/hooks';
import { message } from '../../i18n/message';
import { formatAddress } from '../tab/address';
import type { ViewProps } from '../tab/view-props';
import { parseRecommendAddress } from './recommend-address';
import { RecommendPage } from './recommend-page';

/** The view "Recommend", which shows what the address of the tab asks for. */
export function RecommendView({ snapshot, actions }: ViewProps) {
  const { settings, address, overview, exportOptions, recommend, quality, now, projectKey } = snapshot;
  const asked = useMemo(() => parseRecommendAddress(address.query), [address.query]);
  const excluded = exportOptions?.options.excluded;
  const likes = overview?.counters.likes;
  const hasImports = (snapshot.imports?.length ?? 0) > 0;
  const isEmpty = likes === 0 && !hasImports;
  const canRead = settings.consent && likes !== undefined && !isEmpty && excluded !== undefined;
  useEffect(() => {
    if (canRead) actions.showRecommendations(asked);
    // Another list of whom to leave out, or another key, needs another reading.
  }, [asked, canRead, excluded, projectKey?.keyId]);
  useEffect(() => {
    if (canRead && asked.at === 'quality') actions.showQuality();
  }, [canRead, asked.at]);

  if (!settings.consent || isEmpty) {
    return (
      <p class="empty">
        {message(settings.consent ? 'recommend_noLikesYet' : 'recommend_beforeConsent')}{' '}
        <a class="text-link" href={formatAddress('overview')}>
          {message('recommend_toOverview')}
        </a>
      </p>
    );
  }
  if (exportOptions === null) return <p class="empty">{message('recommend_excludedUnread')}</p>;
  return (
    <RecommendPage
      recommend={recommend}
      quality={quality}
      address={asked}
      counted={likes}
      now={now}
      actions={actions}
    />
  );
}
