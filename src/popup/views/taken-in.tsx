import type { TakenIn as Import } from '../../store/read-taken-in';
import { sayTakenIn } from '../decide/say-taken-in';

const words = {
  soFar: 'Taken in so far',
  under: 'under the key',
  about:
    'The numbers of the dataset count what was read here, without these. In a download under the same key each like is there once, whoever told it; under another key they are left out.',
};

/** Without this, a person who took a zip in would look for its likes among the numbers, and find none. */
export function TakenIn({ takenIn }: { readonly takenIn: readonly Import[] | null }) {
  if (!takenIn || takenIn.length === 0) return null;
  return (
    <div class="small taken-in">
      {sayTakenIn(takenIn).map(({ keyId, imports, likes }) => (
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
      {takenIn.some(({ likes }) => likes > 0) && <p class="soft">{words.about}</p>}
    </div>
  );
}
