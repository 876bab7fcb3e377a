import { expect, it } from 'vitest';
import { retryText } from '../../../src/popup/models/retry-text';

const none = { queued: 0, complete: 0, gone: 0, elsewhere: 0, unknown: 0 };

it('says how many models are read again and when, and why others are not', () => {
  expect(retryText({ queued: 2, refused: none, when: 'now' })).toBe('2 models queued. Reading starts now.');
  expect(retryText({ queued: 1, refused: { ...none, complete: 1, gone: 1_200 }, when: 'crawl' })).toBe(
    '1 model queued. Reading waits for the end of this crawl. 1 is complete. 1,200 are gone from Sketchfab.',
  );
  expect(retryText({ queued: 0, refused: { ...none, queued: 3 }, when: 'later' })).toBe(
    'Nothing queued. 3 are in the queue already.',
  );
  expect(retryText({ queued: 2, refused: none, when: 'later' })).toBe(
    '2 models queued. They are read with the others in the queue when you press “Crawl all”.',
  );
});
