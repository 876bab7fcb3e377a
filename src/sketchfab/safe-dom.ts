/**
 * DOM access that is safe from DOM clobbering. Named fields shadow the properties of their form, and named forms and
 * images those of the document: `form.getAttribute` may be an input element. Prototype methods cannot be shadowed.
 */
export const safeDom = {
  attribute: (element: Element, name: string): string | null =>
    Element.prototype.getAttribute.call(element, name),

  text: (node: Node): string => {
    const text: unknown = Reflect.get(Node.prototype, 'textContent', node);
    return typeof text === 'string' ? text : '';
  },

  matches: (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector),

  isInside: (element: Element, selector: string): boolean =>
    Element.prototype.closest.call(element, selector) !== null,

  first: (root: Document | Element, selector: string): Element | null =>
    prototypeOf(root).querySelector.call(root, selector),

  all: (root: Document | Element, selector: string): readonly Element[] => [
    ...prototypeOf(root).querySelectorAll.call(root, selector),
  ],

  parent: (node: Node): Element | undefined => {
    const parent: unknown = Reflect.get(Node.prototype, 'parentNode', node);
    return parent instanceof Element ? parent : undefined;
  },

  contains: (root: Node, node: Node): boolean => Node.prototype.contains.call(root, node),

  walker: (root: Node, whatToShow: number): TreeWalker => {
    const owner: unknown = Reflect.get(Node.prototype, 'ownerDocument', root);
    return Document.prototype.createTreeWalker.call(
      owner instanceof Document ? owner : root,
      root,
      whatToShow,
    );
  },
};

type Finder = {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

// Both prototypes have these methods, but neither works on instances of the other.
function prototypeOf(root: Document | Element): Finder {
  return root instanceof Document ? Document.prototype : Element.prototype;
}
