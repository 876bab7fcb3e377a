/** Makes a write fail, as a full disk or a killed worker would, so that its transaction is undone. */
export class WriteGuard {
  #left = Infinity;

  /** Makes the `nth` write from now on throw; 1 is the next. */
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
