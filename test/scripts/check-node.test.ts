import { describe, expect, it } from 'vitest';
import { checkNode } from '../../scripts/check-node.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('may be %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.8', '16.0.0'])('may not be %s, and the message says what to do', (version) => {
    expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer.*nodejs\.org/);
  });
});
