/** How many of two ascending lists' numbers are in both: "31 people liked both". */
export function countLikedBoth(usersOfOne: Uint32Array, usersOfOther: Uint32Array): number {
  let one = 0;
  let other = 0;
  let count = 0;
  while (one < usersOfOne.length && other < usersOfOther.length) {
    const difference = usersOfOne[one]! - usersOfOther[other]!;
    if (difference === 0) count += 1;
    if (difference <= 0) one += 1;
    if (difference >= 0) other += 1;
  }
  return count;
}
