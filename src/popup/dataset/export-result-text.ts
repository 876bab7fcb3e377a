import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import type { ExportState } from '../../workers/export/export-dataset';

type Exported = Extract<ExportState, { phase: 'done' }>;

/** The shortest that can be said of a file. */
export const likesText = (exported: Exported): string => `${likesIn(exported)}.`;

const likesIn = ({ fileName, likes, users }: Exported) =>
  `${fileName}: ${formatCount(likes, 'like')} by ${formatCount(users, 'user')}`;

/** What is in the file, and what is not, though it was there. */
export function exportResultText(exported: Exported): string {
  const said = `${likesIn(exported)}; ${formatCount(exported.models, 'model')}, ${wholeText(exported)}.`;
  return `${said}${importsLeftOutText(exported)}`;
}

/** To read a list completely is one thing; with choices, the file may still hold less of it. */
function wholeText({ models, completeModels, likesLeftOut = 0 }: Exported): string {
  const areAll = completeModels === models;
  if (likesLeftOut === 0)
    return areAll ? 'the list of each is complete' : `${formatNumber(completeModels)} complete`;
  const read = areAll
    ? 'the list of each was read completely'
    : `${formatNumber(completeModels)} of them read completely`;
  const verb = likesLeftOut === 1 ? 'was' : 'were';
  return `${read}; ${formatCount(likesLeftOut, 'like')} ${verb} left out by your choices`;
}

function importsLeftOutText({ importsLeftOut = 0 }: Exported): string {
  if (importsLeftOut === 0) return '';
  return ` The likes of ${formatCount(importsLeftOut, 'import')} are not in it: they go by another key.`;
}
