import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../src/sketchfab/decode-entities';
import { scanPrefetchedData } from '../../src/sketchfab/scan-prefetched-data';
import { leastProcessorMs } from './least-processor-ms';

const assign = (path: string, value: unknown) => `prefetchedData[ "${path}" ] = ${JSON.stringify(value)};`;

describe('the data in an inline script', () => {
  it('is found among other code, with either quote', () => {
    const script = `var a = {}; ${assign('/i/users/me', { uid: null })}\nprefetchedData['/i/models?count=24'] = [1, {"a": "]"}]; b();`;
    expect([...scanPrefetchedData(script)]).toEqual([
      ['/i/users/me', { uid: null }],
      ['/i/models?count=24', [1, { a: ']' }]],
    ]);
  });

  it('is read back, whatever JSON it is', () => {
    const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.string(), (values, noise) => {
        const safeNoise = noise.replaceAll('prefetchedData', '');
        const script = values.map((one, i) => `${safeNoise};${assign(`/i/${i}`, one)}`).join('\n');
        const plain = values.map((one) => JSON.parse(JSON.stringify(one)) as unknown);
        expect([...scanPrefetchedData(script).values()]).toEqual(plain);
      }),
    );
  });

  it('is skipped if it is not JSON, and what follows is read', () => {
    expect([...scanPrefetchedData(`prefetchedData["a"] = {b: call("}")}; ${assign('c', [1])}`)]).toEqual([
      ['c', [1]],
    ]);
  });

  it('gives what came before the cut if it is truncated', () => {
    expect([...scanPrefetchedData(`${assign('a', [1])} prefetchedData["b"] = {"c": [1, "`)]).toEqual([
      ['a', [1]],
    ]);
  });

  it.each([
    'prefetchedData["',
    'prefetchedData[ "a',
    'prefetchedData["a"] = {',
    'prefetchedData["a"] = {}',
    'prefetchedData[      ',
    'prefetchedData["a"] = {"\\',
  ])('of 100 KB of %j takes less than 50 ms', (piece) => {
    const script = piece.repeat(100_000 / piece.length);
    expect(leastProcessorMs(() => scanPrefetchedData(script))).toBeLessThan(50);
  });
});

describe('escaped text', () => {
  it('is unescaped once', () => {
    expect(
      decodeEntities('&#34;Salt &amp; Sea&#34; &lt;b&gt; &amp;lt; &amp;#34; &#39;x&#x27; &quot; &nbsp;'),
    ).toBe('"Salt & Sea" <b> &lt; &#34; \'x\' " &nbsp;');
  });

  it('survives a round trip', () => {
    const escape = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&#34;')
        .replaceAll("'", '&#39;');
    const unit = fc.constantFrom('&', '<', '>', '"', "'", '#34;', 'amp;', 'lt;', 'x');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(decodeEntities(escape(text))).toBe(text);
      }),
    );
  });
});
