import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

type Box = {
  /** What has space in a row. */
  readonly width: 'wide' | 'medium' | 'narrow';
  /** Of the rows that are seen. */
  readonly height: number;
};

const [fromWide, fromMedium] = [800, 560];

/** Follows the size of the table, whatever changes it. */
export function useBox(scroller: RefObject<HTMLElement | null>, header: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 'wide', height: 800 });
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, header.current];
    if (!outer || !inner) return;
    const measure = () => {
      const space = outer.clientWidth;
      const width = space >= fromWide ? 'wide' : space >= fromMedium ? 'medium' : 'narrow';
      const height = Math.max(0, outer.clientHeight - inner.offsetHeight);
      setBox((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    measure();
    return () => observer.disconnect();
  }, []);
  return box;
}
