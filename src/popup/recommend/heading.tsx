import { useEffect, useRef } from 'preact/hooks';

/**
 * What the lists below are about. The link or field that led here may be gone, so the reader begins here: it takes the
 * focus when it appears.
 */
export function Heading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      <bdi>{text}</bdi>
    </h2>
  );
}
