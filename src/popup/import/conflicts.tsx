import { formatList } from '../../i18n/format-list';
import { countMessage, message } from '../../i18n/message';
import type { LikesConflict } from '../../dataset/merge/plan-import';

/** Every model of which the zip and this browser disagree, with what would become of its likes. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly LikesConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <div class="small conflicts">
      <p id="import-conflicts">{message('import_conflicts')}</p>
      <ul aria-labelledby="import-conflicts" tabIndex={0}>
        {conflicts.map((conflict) => (
          <li key={conflict.uid}>
            <bdi>{conflict.name || conflict.uid}</bdi> <span class="soft">{conflictText(conflict)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function conflictText({ takenBack, leftOut }: LikesConflict): string {
  return formatList([
    ...(takenBack > 0 ? [countMessage('import_takenBack', takenBack)] : []),
    ...(leftOut > 0 ? [countMessage('import_leftOut', leftOut)] : []),
  ]);
}
