import type { PracticeAddress } from './practice-address';

/**
 * The flags of every Chromium in the tests. With a practice site, all of `sketchfab.com` leads there and every
 * other name to nowhere, and only that site's key may be unsigned. Without one, the browser sees the
 * real world.
 */
export function chromiumFlags(
  extension: string,
  practice?: PracticeAddress,
  { mayPrerender = false } = {},
): string[] {
  return [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--no-first-run',
    '--no-default-browser-check',
    ...(practice ? practiceFlags(practice) : []),
    // It would also turn prerendering off.
    ...(practice && !mayPrerender ? ['--disable-background-networking'] : []),
  ];
}

function practiceFlags({ port, certificateHash }: PracticeAddress): string[] {
  const here = `127.0.0.1:${port}`;
  const rules = [
    `MAP sketchfab.com:443 ${here}`,
    `MAP *.sketchfab.com:443 ${here}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${certificateHash}`,
    // The rules above apply to TCP; QUIC would bypass them.
    '--disable-quic',
    '--disable-component-update',
    '--disable-sync',
  ];
}
