/**
 * Calls back as soon as the page is visible to the user. Browsers also load pages in the background: prerendered ones, and
 * tabs that a script has opened.
 */
export function whenOpened(document: Document, callback: () => void): void {
  if (isInView(document)) {
    callback();
    return;
  }
  const events = ['prerenderingchange', 'visibilitychange'] as const;
  const check = () => {
    if (!isInView(document)) return;
    for (const event of events) document.removeEventListener(event, check);
    callback();
  };
  for (const event of events) document.addEventListener(event, check);
}

/** Whether the document is shown to the user, not in the background. */
export function isInView(document: Document): boolean {
  return document.visibilityState === 'visible' && !isPrerendering(document);
}

/** Only Chromium has this property and prerendering. Current versions report prerendered pages as hidden, too. */
function isPrerendering(document: Document): boolean {
  return 'prerendering' in document && document.prerendering === true;
}
