/** Makes one write of the database fail, as a full disk or the end of a worker do: whatever its transaction wrote is undone. */
export class WriteGuard {
  #left = Infinity;

  /** The `nth` write from now on throws, 1 for the next. */
  arm(nth: number): void {
    this.#left = nth;
  }

  disarm(): void {
    this.#left = Infinity;
  }

  willWrite(): void {
    this.#left -= 1;
    if (this.#left === 0) throw new DOMException('the disk is full', 'QuotaExceededError');
  }
}
