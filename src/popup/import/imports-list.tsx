import type { ImportSummary } from '../../store/list-imports';
import { formatCount } from '../format/numbers';

const words = {
  soFar: 'Taken in so far',
  under: 'under the key',
  about:
    'The numbers of the dataset count what was read here, without these. In a download under the same key each like is there once, whoever told it; under another key they are left out.',
};

/** Without this, a person who took a zip in would look for its likes among the numbers, and find none. */
export function ImportsList({ imports }: { readonly imports: readonly ImportSummary[] | null }) {
  if (!imports || imports.length === 0) return null;
  return (
    <div class="small imports-list">
      {importsListText(imports).map(({ keyId, imports, likes }) => (
        <p key={keyId}>
          {words.soFar}: {imports}
          {keyId !== null && (
            <>
              {' '}
              {words.under} <code>{keyId}</code>
            </>
          )}
          , {likes}.
        </p>
      ))}
      {imports.some(({ likes }) => likes > 0) && <p class="soft">{words.about}</p>}
    </div>
  );
}

type ImportRow = {
  /** `null` for imports of which no like was taken in, or none under a key that is told. */
  readonly keyId: string | null;
  readonly imports: string;
  readonly likes: string;
};

/** What was taken in so far, key by key: a download goes by one key, and leaves out what goes by another. */
export function importsListText(imports: readonly ImportSummary[]): readonly ImportRow[] {
  const keyOf = ({ keyId, likes }: ImportSummary) => (likes > 0 ? keyId : null);
  return [...new Set(imports.map(keyOf))].map((keyId) => {
    const ofKey = imports.filter((one) => keyOf(one) === keyId);
    const likes = ofKey.reduce((sum, one) => sum + one.likes, 0);
    return {
      keyId,
      imports: formatCount(ofKey.length, 'import'),
      likes: likes > 0 ? formatCount(likes, 'like') : 'no likes, only facts of models',
    };
  });
}
