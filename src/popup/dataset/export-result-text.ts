import { sayCount, sayNumber } from '../format/numbers';
import type { ExportState } from '../../workers/export/export-dataset';

type Exported = Extract<ExportState, { phase: 'done' }>;

/** The shortest that can be said of a file. */
export const sayLikes = (exported: Exported): string => `${likesIn(exported)}.`;

const likesIn = ({ fileName, likes, users }: Exported) =>
  `${fileName}: ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}`;

/** What is in the file, and what is not, though it was there. */
export function sayExported(exported: Exported): string {
  const said = `${likesIn(exported)}; ${sayCount(exported.models, 'model')}, ${sayWhole(exported)}.`;
  return `${said}${sayImportsLeftOut(exported)}`;
}

/** To read a list completely is one thing; with choices, the file may still hold less of it. */
function sayWhole({ models, completeModels, likesLeftOut = 0 }: Exported): string {
  const areAll = completeModels === models;
  if (likesLeftOut === 0)
    return areAll ? 'the list of each is complete' : `${sayNumber(completeModels)} complete`;
  const read = areAll
    ? 'the list of each was read completely'
    : `${sayNumber(completeModels)} of them read completely`;
  const verb = likesLeftOut === 1 ? 'was' : 'were';
  return `${read}; ${sayCount(likesLeftOut, 'like')} ${verb} left out by your choices`;
}

function sayImportsLeftOut({ importsLeftOut = 0 }: Exported): string {
  if (importsLeftOut === 0) return '';
  return ` The likes of ${sayCount(importsLeftOut, 'import')} are not in it: they go by another key.`;
}
