import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Problem } from '../../../scripts/exit-with-error.mjs';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { createProfile, prepareChromiumProfile, removeProfile } from './browser-profile';
import { builtExtension, popupPage } from './built-extension';
import { chromiumFlags } from './chromium-flags';
import { devtoolsPipe, type DevtoolsPipe } from './devtools-pipe';
import type { PracticeAddress } from './practice-address';
import { openRawPage, type RawPage } from './raw-page';
import { until } from './until';

export type Target = { readonly targetId: string; readonly type: string; readonly url: string };

/**
 * Chromium with the extension and no debugger attached, so that the worker lives and dies as it does for users.
 * For kills and relaunches.
 */
export type RawChromium = {
  readonly extensionId: string;
  readonly profile: string;
  /** Resolves when the browser has ended for any reason. */
  readonly ended: Promise<void>;
  listTargets(): Promise<readonly Target[]>;
  /** Whether the extension's worker is running. The check does not wake it. */
  isWorkerAlive(): Promise<boolean>;
  /** Opens a tab and attaches to that tab only. */
  open(url: string): Promise<RawPage>;
  openPopup(view?: 'popup' | 'tab'): Promise<RawPage>;
  /** Opens a tab without attaching to it. */
  show(url: string, options?: { readonly inBackground?: boolean }): Promise<void>;
  /** The popup's page in a background tab, so that the active tab stays the one it is about. */
  openPopupOver(): Promise<RawPage>;
  /** Ends the worker in the middle of its work; an alarm or an event starts a new one. */
  killWorker(): Promise<void>;
  /** Sends SIGKILL to the browser and all its processes. The profile is kept for a relaunch. */
  killBrowser(): Promise<void>;
  /** Closes the browser properly; the profile is kept unless it was created here. */
  close(): Promise<void>;
};

export type RawChromiumOptions = {
  /** If omitted, the browser sees the real world. */
  readonly practice?: PracticeAddress;
  /** An existing profile. @default a new one, removed by `close` */
  readonly profile?: string;
  /** @default true */
  readonly headless?: boolean;
  /** Whether pages may be loaded before they are opened. @default false */
  readonly mayPrerender?: boolean;
  /** @default 'about:blank' */
  readonly firstPage?: string;
};

export async function launchRawChromium(options: RawChromiumOptions): Promise<RawChromium> {
  const profile = options.profile ?? (await createProfile());
  await prepareChromiumProfile(profile);
  const child = start(profile, options);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const devtools = devtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const extensionId = await findExtensionId(devtools);
  const pageUrl = (view: string) => `chrome-extension://${extensionId}/${popupPage}${view}`;
  const findWorker = async () => (await listTargets(devtools)).find(isOurWorker);

  return {
    extensionId,
    profile,
    ended,
    listTargets: () => listTargets(devtools),
    isWorkerAlive: async () => (await findWorker()) !== undefined,
    open: (url) => openRawPage(devtools, url),
    openPopup: (view) => openRawPage(devtools, pageUrl(view === 'tab' ? '?view=tab' : '')),
    async show(url, { inBackground = false } = {}) {
      await devtools.send('Target.createTarget', { url, background: inBackground });
    },
    openPopupOver: () => openRawPage(devtools, pageUrl(''), { inBackground: true }),
    async killWorker() {
      const worker = await findWorker();
      if (!worker) return;
      await devtools.send('Target.closeTarget', { targetId: worker.targetId });
      await until('the worker to end', async () => (await findWorker())?.targetId !== worker.targetId);
    },
    async killBrowser() {
      killGroup(child);
      await ended;
    },
    async close() {
      await devtools.send('Browser.close').catch(() => killGroup(child));
      await ended;
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}

function start(
  profile: string,
  { practice, headless = true, mayPrerender = false, firstPage = 'about:blank' }: RawChromiumOptions,
) {
  const executable = findBrowser('chromium');
  if (!executable)
    throw new Problem('No Chromium was found. Run `npm start` once, or set LIKES_OUT_CHROMIUM.');
  const flags = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    // Chromium cannot sandbox for root, who should not browse the real site anyway.
    ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...chromiumFlags(builtExtension('chrome'), practice, { mayPrerender }),
    firstPage,
  ];
  const child = spawn(executable, flags, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A separate process group, so that one signal reaches its renderers too.
    detached: process.platform !== 'win32',
  });
  const killWithUs = () => killGroup(child);
  // Before anything else is cleaned up, such as its profile.
  process.prependOnceListener('exit', killWithUs);
  child.once('close', () => process.off('exit', killWithUs));
  return child;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

async function listTargets(devtools: DevtoolsPipe): Promise<readonly Target[]> {
  const { targetInfos } = await devtools.send<{ targetInfos: Target[] }>('Target.getTargets');
  return targetInfos;
}

function isOurWorker({ type, url }: Target): boolean {
  return type === 'service_worker' && url.startsWith('chrome-extension://');
}

async function findExtensionId(devtools: DevtoolsPipe): Promise<string> {
  const worker = await until('the extension to start', async () =>
    (await listTargets(devtools)).find(isOurWorker),
  );
  return new URL(worker.url).host;
}
