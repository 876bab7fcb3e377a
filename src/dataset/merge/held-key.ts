import type { UserUid } from '../../sketchfab/user-uid';
import type { KeyPrint } from './imported-dataset';

/** A key that is held here, as merging needs it: what it says of itself, and what it makes of a user. */
export type HeldKey = KeyPrint & { readonly pseudonymOf: (user: UserUid) => string };

/** Why likes under this print cannot be united with those under the key; `null` when they can. */
export function whyForeign(print: KeyPrint, key: HeldKey | null): string | null {
  if (print.keyMode === 'one-time') return 'its key was made for that one export, and nobody has it';
  if (print.keyId === null) return 'it does not tell which key it was made with';
  if (!key) return 'no key is kept here';
  if (print.keyId !== key.keyId) return 'it was made with another key';
  if (print.algorithm !== key.algorithm) return `it was made with ${print.algorithm}`;
  if (print.projectId !== key.projectId) return 'it belongs to another project';
  return null;
}
