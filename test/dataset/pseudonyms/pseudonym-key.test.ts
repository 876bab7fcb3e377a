import { describe, expect, it } from 'vitest';
import { createPassphrase } from '../../../src/dataset/pseudonyms/passphrase';
import {
  createOneTimeKey,
  createProjectId,
  createProjectKey,
  keyId,
  type RandomBytes,
} from '../../../src/dataset/pseudonyms/pseudonym-key';

const counting: RandomBytes = (bytes) => bytes.map((_, index) => index);

describe('a random key', () => {
  it('is the random bytes in hex', () => {
    const text = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
    expect(createOneTimeKey(counting)).toEqual({ mode: 'one-time', text });
    const projectId = '000102030405060708090a0b0c0d0e0f';
    expect(createProjectKey(counting)).toEqual({ mode: 'project', text, projectId });
  });

  it('is rejected if the random source did not fill the bytes', () => {
    for (const create of [createOneTimeKey, createProjectKey, createProjectId, createPassphrase]) {
      expect(() => create((bytes) => bytes)).toThrow('no random bytes');
      expect(() => create(() => new Uint8Array([1]))).toThrow('no random bytes');
    }
  });
});

describe('the id of a key', () => {
  it('is 8 hex digits, as computed by Python', () => {
    expect(keyId('secret key')).toBe('0241b324');
  });
});
