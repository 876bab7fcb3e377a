import type { SeededRandom } from '../seeded-random';

/** A like of the world, from when it was given until it was taken back, ms since 1970. */
export type Like = {
  readonly user: string;
  readonly serial: number;
  readonly from: number;
  readonly to: number;
};

/** The likes of one model over all time, from which an oracle can derive the truth at any moment. */
export class LikeLedger {
  /** Newest first, as the site lists them. */
  readonly likes: Like[] = [];
  #isStill = true;

  /** `users` like the model from the beginning. */
  constructor(users: readonly string[]) {
    users.forEach((user, i) =>
      this.likes.push({ user, serial: users.length - i, from: -Infinity, to: Infinity }),
    );
  }

  at(moment: number): readonly Like[] {
    return this.#isStill ? this.likes : this.likes.filter(({ from, to }) => from <= moment && moment < to);
  }

  throughout(first: number, last: number): string[] {
    return this.likes.filter(({ from, to }) => from <= first && last < to).map(({ user }) => user);
  }

  everBefore(moment: number): Set<string> {
    return new Set(this.likes.filter(({ from }) => from <= moment).map(({ user }) => user));
  }

  /** Adds and removes likes, `changes` in total, at times from `begin` to `end`. */
  churn(random: SeededRandom, changes: number, begin: number, end: number, newUser: () => string): void {
    if (changes === 0) return;
    this.#isStill = false;
    const moments = Array.from({ length: changes }, () => random.between(begin, end)).sort((a, b) => a - b);
    for (const moment of moments) this.#change(random, moment, newUser);
  }

  give(user: string, moment: number): void {
    this.#isStill = false;
    this.likes.unshift({ user, serial: this.likes.length + 1, from: moment, to: Infinity });
  }

  #change(random: SeededRandom, moment: number, newUser: () => string): void {
    const there = this.at(moment);
    if (there.length === 0 || random.chance(0.5)) {
      this.give(newUser(), moment);
      return;
    }
    const gone = random.pick(there);
    this.likes[this.likes.indexOf(gone)] = { ...gone, to: moment };
  }
}
