import { describe, expect, it } from 'vitest';
import { maySend } from '../../src/messaging/may-send';

const us = { extensionId: 'us', ownPages: 'chrome-extension://us/' };
const popup = { id: 'us', url: 'chrome-extension://us/src/popup/index.html' };
const page = { id: 'us', url: 'https://sketchfab.com/3d-models/popular', tab: {} };

describe('the permission to send a message', () => {
  it.each(['recordSightings', 'isCaptureOn'] as const)(
    'allows a content script on the site to send %s',
    (name) => {
      expect(maySend(name, page, us)).toBe(true);
      expect(maySend(name, popup, us)).toBe(false);
    },
  );

  it.each(['startCrawl', 'retryModels', 'removeModels', 'wakeCrawl', 'pauseCrawl', 'stopCrawl'] as const)(
    'allows only pages of the extension to send %s',
    (name) => {
      expect(maySend(name, popup, us)).toBe(true);
      expect(maySend(name, page, us)).toBe(false);
    },
  );

  it.each([
    ['another extension', { ...page, id: 'them' }],
    ['a page of another host', { ...page, url: 'https://sketchfab.com.evil.example/' }],
    ['a page over http', { ...page, url: 'http://sketchfab.com/' }],
    ['a sender without an address', { id: 'us', tab: {} }],
    ['a page of the extension', popup],
  ])('refuses sightings of %s', (_, sender) => {
    expect(maySend('recordSightings', sender, us)).toBe(false);
  });
});
