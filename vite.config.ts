import baseManifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const setImmediateModule = fileURLToPath(new URL('src/dataset/zip/set-immediate.ts', import.meta.url));
/** JSZip calls it as a global, in the page's code and in the worker's. */
const transform = { inject: { setImmediate: [setImmediateModule, 'setImmediate'] as [string, string] } };
const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chrome';

const manifest = { ...baseManifest, version: packageJson.version, homepage_url: packageJson.homepage };

/**
 * Identifies the extension to Firefox and addons.mozilla.org. It must never change: with another id it would be another
 * extension, without the data people collected. A random UUID, because an id in the form name@domain should use a
 * domain that we own, and domains lapse.
 */
const geckoId = '{b6f00db9-1fa2-4aec-8f98-d004d98dc097}';

/** The manifest is written for Chrome; Firefox runs the same worker as an event page. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  if (browser === 'chrome') return manifest;
  const { minimum_chrome_version: _, ...shared } = manifest;
  return {
    ...shared,
    background: { scripts: [manifest.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: geckoId,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export; // crxjs's type knows service workers only
}

export default defineConfig({
  plugins: [
    crx({
      manifest: manifestFor(target),
      browser: target,
      // One self-contained file: the loader crxjs would write needs web-accessible resources,
      // by which any page could tell that the extension is installed.
      contentScripts: { standaloneFiles: ['src/content/index.ts'] },
    }),
  ],
  resolve: {
    alias: [
      // jszip's own browser entry is a bundle that hides the stream class which `dataset` feeds it with.
      { find: /^jszip$/, replacement: 'jszip/lib/index.js' },
      // Its polyfill makes code of strings; ours takes the place of both the package and the name.
      { find: /^setimmediate$/, replacement: setImmediateModule },
    ],
  },
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: target === 'firefox' ? 'firefox140' : 'chrome120',
    modulePreload: false,
    rolldownOptions: { transform },
  },
  // Of an export: one module of its own.
  worker: { format: 'es', rolldownOptions: { transform } },
});
