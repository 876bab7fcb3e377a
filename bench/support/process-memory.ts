import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** MB of 10^6 bytes. */
export type Memory = {
  /** The sum over all renderers of this browser; the extension's page and worker share one. */
  readonly renderers: number;
  /** The process that owns Blobs and the database's connections. */
  readonly browser: number;
};

export type MemoryWatch = {
  readonly base: Memory;
  /** Stops sampling and returns the peaks. */
  readonly end: () => Memory;
};

// The kernel keeps the peak between samples; Chromium resets it now and then, for its own statistics.
const betweenLooksMs = 200;

/** Linux only: reads /proc for the processes started with this profile. */
export function watchMemory(profile: string): MemoryWatch {
  for (const { pid } of processesOf(profile)) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const base = read(profile, 'VmRSS');
  let peak = base;
  const look = () => {
    const seen = read(profile, 'VmHWM');
    peak = {
      renderers: Math.max(peak.renderers, seen.renderers),
      browser: Math.max(peak.browser, seen.browser),
    };
  };
  const timer = setInterval(look, betweenLooksMs);
  return {
    base,
    end() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

function read(profile: string, field: 'VmRSS' | 'VmHWM'): Memory {
  const all = processesOf(profile);
  const sum = (type: string | undefined) =>
    all.filter((process) => process.type === type).reduce((mb, { pid }) => mb + megabytesOf(pid, field), 0);
  return { renderers: sum('renderer'), browser: sum(undefined) };
}

/** The processes of the browser that was started with this profile. */
export function processesOf(profile: string): { pid: string; type: string | undefined }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, words: wordsOf(pid) }))
    .filter(({ words }) => words.includes(`--user-data-dir=${profile}`))
    .map(({ pid, words }) => ({ pid, type: /--type=([\w-]+)/.exec(words)?.[1] }));
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it ended after it was listed
  }
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it has ended
  }
}

function megabytesOf(pid: string, field: string): number {
  const status = statusOf(pid);
  const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
  return (Number(kibibytes ?? 0) * 1024) / 1e6;
}
