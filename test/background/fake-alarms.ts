type Alarm = { readonly name: string; readonly scheduledTime: number };

/** `browser.alarms` with one-shot alarms, and a way to forget them all, as browsers do when they are killed. */
export const fakeAlarms = (() => {
  const alarms = new Map<string, Alarm>();
  return {
    get: (name: string) => Promise.resolve(alarms.get(name)),
    create(name: string, { when }: { readonly when: number }) {
      alarms.set(name, { name, scheduledTime: when });
      return Promise.resolve();
    },
    clear: (name: string) => Promise.resolve(alarms.delete(name)),
    forgetAll: () => alarms.clear(),
    /** Takes out the next alarm, as a browser does before it fires it. */
    takeNext(before: number): number | undefined {
      const [next] = [...alarms.values()].sort((one, other) => one.scheduledTime - other.scheduledTime);
      if (!next || next.scheduledTime >= before) return undefined;
      alarms.delete(next.name);
      return next.scheduledTime;
    },
  };
})();
