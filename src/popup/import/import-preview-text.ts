import { formatDay } from '../../i18n/format-day';
import { formatList } from '../../i18n/format-list';
import { formatNumber } from '../../i18n/format-number';
import { countMessage, message } from '../../i18n/message';
import { tableFacts } from '../../sketchfab/model-facts';
import type { ImportPreview } from '../../workers/import/messages';
import { keyMismatchText } from './key-mismatch-text';

type ImportPreviewText = {
  /** What the zip is. */
  readonly what: string;
  readonly key: { readonly fits: boolean; readonly sentence: string };
  readonly rows: readonly (readonly [name: string, models: string, likes: string])[];
  /** Which facts differ, and which values stay; `null` where none differ. */
  readonly differing: string | null;
  readonly known: string | null;
  /** Which times of the zip are not believed; empty if all are. */
  readonly doubts: readonly string[];
};

const none = '–';

/** What importing the zip would change, in plain words. */
export function importPreviewText(preview: ImportPreview): ImportPreviewText {
  const { plan } = preview;
  const conflicting = plan.conflicts.reduce((sum, { takenBack, leftOut }) => sum + takenBack + leftOut, 0);
  const { refusal } = plan.likes;
  const likeCount = (count: number) => (refusal === null ? formatNumber(count) : none);
  return {
    what: zipText(preview),
    key: { fits: refusal === null, sentence: keyText(preview) },
    rows: [
      [message('import_new'), formatNumber(plan.models.added), likeCount(plan.likes.added)],
      [message('import_same'), formatNumber(plan.models.same), likeCount(plan.likes.same)],
      [message('import_conflicting'), formatNumber(plan.models.differing), likeCount(conflicting)],
    ],
    differing: differingText(plan.models.byFact),
    known: plan.isKnown ? message('import_known') : null,
    doubts: doubtTexts(preview.doubted),
  };
}

function zipText({ kind, exportedAt, models, likes, users }: ImportPreview): string {
  return message(kind === 'part' ? 'import_part' : 'import_dataset', {
    date: formatDay(exportedAt),
    models: countMessage('count_models', models),
    likes: countMessage('count_likes', likes),
    users: countMessage('count_users', users),
  });
}

function keyText({ plan, keyFingerprint }: ImportPreview): string {
  const { refusal } = plan.likes;
  if (refusal === null) return message('import_sameKey', { id: keyFingerprint.keyId ?? none });
  return `${keyMismatchText(refusal)} ${message('import_factsOnly')}`;
}

function doubtTexts({ isFromFuture, lists }: ImportPreview['doubted']): readonly string[] {
  return [
    ...(isFromFuture ? [message('import_fromFuture')] : []),
    ...(lists > 0 ? [countMessage('import_doubtedLists', lists)] : []),
  ];
}

function differingText(byFact: ImportPreview['plan']['models']['byFact']): string | null {
  const counted = tableFacts
    .filter((name) => byFact[name] !== undefined)
    .map((name) => message('import_factCount', { fact: message(`fact_${name}`), count: byFact[name] ?? 0 }));
  if (counted.length === 0) return null;
  const differing = message('import_differing', { facts: formatList(counted) });
  return `${differing} ${message(byFact.views === undefined ? 'import_keepsOwn' : 'import_keepsLatestViews')}`;
}
