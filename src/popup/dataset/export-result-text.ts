import { countMessage, message } from '../../i18n/message';
import type { ExportState } from '../../workers/export/export-dataset';

type Exported = Extract<ExportState, { phase: 'done' }>;
type ExportedPart = Extract<ExportState, { phase: 'part-done' }>;

/** What is in the file, as briefly as possible. */
export function briefResultText({ fileName, likes, users }: Exported): string {
  return message('export_savedBriefly', {
    file: fileName,
    likes: countMessage('count_likes', likes),
    users: countMessage('count_users', users),
  });
}

/** What is in the file, and what was left out. */
export function exportResultText(exported: Exported): string {
  const { importsLeftOut = 0, modelsNotPublic = 0 } = exported;
  return [
    savedText(exported),
    ...completenessText(exported),
    modelsNotPublic > 0 && countMessage('export_notPublic', modelsNotPublic),
    importsLeftOut > 0 && countMessage('export_importsLeftOut', importsLeftOut),
  ]
    .filter(Boolean)
    .join(' ');
}

export function partResultText(exported: ExportedPart): string {
  return `${savedText(exported)} ${message('export_partPrivate')}`;
}

function savedText({ fileName, likes, users, models }: Exported | ExportedPart): string {
  return message('export_saved', {
    file: fileName,
    likes: countMessage('count_likes', likes),
    users: countMessage('count_users', users),
    models: countMessage('count_models', models),
  });
}

/** A list that was read completely may still be incomplete in the file, if options left likes out. */
function completenessText({ models, completeModels, likesLeftOut = 0 }: Exported): string[] {
  const areAll = completeModels === models;
  if (likesLeftOut === 0)
    return [areAll ? message('export_allComplete') : countMessage('export_someComplete', completeModels)];
  return [
    areAll ? message('export_allRead') : countMessage('export_someRead', completeModels),
    countMessage('export_likesLeftOut', likesLeftOut),
  ];
}
