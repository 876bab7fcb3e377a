import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The proof that whoever wrote a text had the key: an HMAC-SHA-256 of its SHA-256, under a key that is derived from that of
 * the pseudonyms. The `|` separates the two, since no user id contains one.
 */
export function keyProofOf(keyText: string): (digest: Uint8Array) => string {
  const proofKey = hmac(sha256, utf8ToBytes(keyText), utf8ToBytes('key-proof|manifest'));
  return (digest) => bytesToHex(hmac(sha256, proofKey, digest));
}

const end = '\n}\n';

/** Adds the proof to a JSON object, as its last key. It covers every byte before itself. */
export function* withKeyProof(json: Iterable<string>, keyText: string): Generator<string> {
  const hash = sha256.create();
  let last = '';
  for (const chunk of json) {
    hash.update(utf8ToBytes(last));
    if (last !== '') yield last;
    last = chunk;
  }
  if (!last.endsWith(end)) throw new Error('only an object that ends on a line of its own can have a proof');
  const covered = last.slice(0, -end.length);
  hash.update(utf8ToBytes(covered));
  yield `${covered},\n  "keyProof": "${keyProofOf(keyText)(hash.digest())}"${end}`;
}

const written = /,\n {2}"keyProof": "([0-9a-f]{64})"\n\}\n$/;

/** The proof at the end of a text, and the digest that it has to fit. */
export type KeyProof = { readonly digest: Uint8Array; readonly proof: string };

/** Null for a text without a proof. */
export function readKeyProof(json: string): KeyProof | null {
  // A match is as long as this one, so only the end is searched.
  const endStart = Math.max(0, json.length - 100);
  const match = written.exec(json.slice(endStart));
  if (!match?.[1]) return null;
  return { digest: sha256(utf8ToBytes(json.slice(0, endStart + match.index))), proof: match[1] };
}
