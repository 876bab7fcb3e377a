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

  it('is the largest if none is wide enough', () => {
    expect(
      thumbnailOf(
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
