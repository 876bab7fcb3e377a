import { safeDom } from '../sketchfab/safe-dom';

/** In the site's markup counts are four levels below their card. The rest is a margin for a redesign. */
const maxClimb = 12;
/** How often a subtree is walked again that the page removes meanwhile. */
const maxAttempts = 3;

/** Visits one element at a time, including the root. Yields the element if it has a `data-uid`, otherwise `undefined`. */
export function* walkElements(root: Document | Element): Generator<Element | undefined, undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const walker = safeDom.walker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      yield node instanceof Element && hasUid(node) ? node : undefined;
    }
    // Between two steps the page may remove the part where the walker is, which would end the walk early.
    if (safeDom.contains(root, walker.currentNode)) return;
  }
}

/** The closest element with a `data-uid` around a node that has changed. */
export function closestCard(node: Node): Element | undefined {
  let element = node instanceof Element ? node : safeDom.parent(node);
  for (let climbed = 0; element && climbed < maxClimb; climbed++) {
    if (hasUid(element)) return element;
    element = safeDom.parent(element);
  }
  return undefined;
}

function hasUid(element: Element): boolean {
  return safeDom.attribute(element, 'data-uid') !== null;
}
