import { useEffect, useRef } from 'preact/hooks';

/**
 * What the lists below are about. The link or field that led here may be gone, so the reader begins here: it takes the
 * focus when it appears, unless something is being typed.
 */
export function Heading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement && activeElement.value !== '') return;
    heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      <bdi>{text}</bdi>
    </h2>
  );
}
