import { countMessage, message } from '../../i18n/message';
import type { ImportSummary } from '../../store/list-imports';
import { RichMessage } from '../controls/rich-message';

/** The numbers of the dataset exclude imported likes, so this says where they are. */
export function ImportsList({ imports }: { readonly imports: readonly ImportSummary[] | null }) {
  if (!imports || imports.length === 0) return null;
  return (
    <div class="small imports-list">
      {groupImports(imports).map((group) => (
        <p key={group.keyId}>
          <ImportGroupText group={group} />
        </p>
      ))}
      {imports.some(({ likes }) => likes > 0) && <p class="soft">{message('import_listAbout')}</p>}
    </div>
  );
}

function ImportGroupText({ group }: { readonly group: ImportGroup }) {
  const imports = countMessage('count_imports', group.imports);
  if (group.likes === 0) return <>{message('import_listOfFacts', { imports })}</>;
  const likes = countMessage('count_likes', group.likes);
  if (group.keyId === null) return <>{message('import_listOfLikes', { imports, likes })}</>;
  return <RichMessage of="import_listWithKey" values={{ imports, likes, key: <code>{group.keyId}</code> }} />;
}

type ImportGroup = {
  /** `null` for imports without likes, or whose key is unknown. */
  readonly keyId: string | null;
  readonly imports: number;
  readonly likes: number;
};

/** By key, since a download includes the likes of one key and leaves out those of others. */
export function groupImports(imports: readonly ImportSummary[]): readonly ImportGroup[] {
  const keyOf = ({ keyId, likes }: ImportSummary) => (likes > 0 ? keyId : null);
  return [...new Set(imports.map(keyOf))].map((keyId) => {
    const ofKey = imports.filter((summary) => keyOf(summary) === keyId);
    return {
      keyId,
      imports: ofKey.length,
      likes: ofKey.reduce((sum, { likes }) => sum + likes, 0),
    };
  });
}
