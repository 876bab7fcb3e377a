/** The places that hold 1, ascending. */
export function placesKept(kept: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (const [place, isKept] of kept.entries()) if (isKept === 1) places.push(place);
  return places;
}
