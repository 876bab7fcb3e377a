/**
 * Calls back once a person has this page before them. Browsers load pages that nobody opened: prerendered ones, and tabs
 * that a script opened behind the one in front.
 */
export function whenOpened(document: Document, callback: () => void): void {
  if (document.visibilityState === 'visible' && !isPrerendering(document)) {
    callback();
    return;
  }
  const events = ['prerenderingchange', 'visibilitychange'] as const;
  const check = () => {
    if (document.visibilityState !== 'visible' || isPrerendering(document)) return;
    for (const event of events) document.removeEventListener(event, check);
    callback();
  };
  for (const event of events) document.addEventListener(event, check);
}

/** Chromium's; where it is missing there is no prerendering. A prerendered page is hidden in today's versions, too. */
function isPrerendering(document: Document): boolean {
  return 'prerendering' in document && document.prerendering === true;
}
