/** `null` when there are no users or no models. */
export type Density = {
  /** Likes there are, of all pairs of a user and a model. rec-a-sketch printed this number and called it sparsity. */
  readonly densityPercent: number | null;
  /** The pairs without a like: what RecBole and most papers mean by sparsity. */
  readonly sparsityPercent: number | null;
};

export function densityOf(likes: number, users: number, models: number): Density {
  if (users === 0 || models === 0) return { densityPercent: null, sparsityPercent: null };
  const densityPercent = (100 * likes) / (users * models);
  return { densityPercent, sparsityPercent: 100 - densityPercent };
}
