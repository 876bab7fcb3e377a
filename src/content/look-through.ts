import { safeDom } from '../sketchfab/safe-dom';

/** Counts stand four levels below their card in the site's markup; some are left for a rebuilt one. */
const maxClimb = 12;
/** Of one subtree that the page tears down while it is looked through. */
const maxAttempts = 3;

/** Looks at one element at a time, root included, and hands out those with an id; `undefined` for each of the others. */
export function* lookThrough(root: Document | Element): Generator<Element | undefined, undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const walker = safeDom.walker(root, NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      yield node instanceof Element && hasUid(node) ? node : undefined;
    }
    // Between two looks the page may take away the part where the walker stands, and the rest would go unseen.
    if (safeDom.contains(root, walker.currentNode)) return;
  }
}

/** The nearest element with an id around a place where something changed. */
export function cardAround(node: Node): Element | undefined {
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
