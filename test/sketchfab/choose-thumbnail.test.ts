import { describe, expect, it } from 'vitest';
import { chooseThumbnail } from '../../src/sketchfab/choose-thumbnail';
import { maxTextLength } from '../../src/sketchfab/clean-text';

const thumbnailOf = (...images: unknown[]) => chooseThumbnail(images);

describe('the thumbnail', () => {
  it('is the smallest that is wide enough, in either spelling of the width', () => {
    expect(
      thumbnailOf(
        { url: 'https://media.sketchfab.com/1024', width: 1024 },
        { url: 'https://media.sketchfab.com/256', width: '256' },
        { url: 'https://media.sketchfab.com/64', width: 64 },
      ),
    ).toBe('https://media.sketchfab.com/256');
  });

  it('may have just the width that is wanted, and be on the site itself', () => {
    expect(
      thumbnailOf(
        { url: 'https://media.sketchfab.com/256', width: 256 },
        { url: 'https://sketchfab.com/200', width: 200 },
      ),
    ).toBe('https://sketchfab.com/200');
  });

  it('is found among images that cannot be read', () => {
    const narrow = { url: 'https://media.sketchfab.com/64', width: 64 };
    expect(thumbnailOf(null, narrow, { url: 'http://a.example', width: 300 })).toBe(narrow.url);
    expect(thumbnailOf({ url: 'x'.repeat(maxTextLength + 1) }, narrow)).toBe(narrow.url);
    expect(thumbnailOf(narrow, {})).toBe(narrow.url);
  });

  it('is looked for among a hundred images', () => {
    const images = Array.from({ length: 101 }, (_, i) => ({
      url: `https://media.sketchfab.com/${i}`,
      width: i,
    }));
    expect(thumbnailOf(...images)).toBe('https://media.sketchfab.com/99');
  });

  it('may be as long as any text, and no longer even if it would become shorter', () => {
    const start = 'https://media.sketchfab.com/';
    const longest = start.padEnd(maxTextLength, 'a');
    expect(thumbnailOf({ url: longest })).toBe(longest);
    expect(thumbnailOf({ url: start.padEnd(maxTextLength + 1, '\n') })).toBeNull();
  });

  it('is the largest if none is wide enough', () => {
    expect(
      thumbnailOf(
        { url: 'https://media.sketchfab.com/10', width: 10 },
        { url: 'https://media.sketchfab.com/64', width: 64 },
        { url: 'https://media.sketchfab.com/100', width: '100' },
      ),
    ).toBe('https://media.sketchfab.com/100');
  });

  it.each([
    'http://media.sketchfab.com/a',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://user:secret@media.sketchfab.com/a',
    'https://user@media.sketchfab.com/a',
    'https://:secret@media.sketchfab.com/a',
    '//media.sketchfab.com/a',
    `https://media.sketchfab.com/${'a'.repeat(maxTextLength)}`,
    `https://media.sketchfab.com/${'塩'.repeat(300)}`, // 2,700 characters once it is encoded
    'https://media.example/a',
    'https://sketchfab.com.evil.example/a',
    'https://evilsketchfab.com/a',
    'https://media.sketchfab.com:8443/a',
    'https://',
    7,
  ])('is never %s', (url) => {
    expect(thumbnailOf({ url, width: 200 })).toBeNull();
  });

  it('has no line breaks', () => {
    expect(thumbnailOf({ url: 'https://media.sketchfab.com/a\nb c', width: 200 })).toBe(
      'https://media.sketchfab.com/ab%20c',
    );
  });
});
