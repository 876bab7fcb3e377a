import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {'models' | 'recbole' | 'lenskit'} Reference */

/** The folder of the environments, which are kept between runs, outside the checkout. */
export const referencesFolder = process.env['LIKES_OUT_REFERENCES'] ?? join(tmpdir(), 'likes-out-references');

/**
 * Other people's recommenders and metrics. They cannot share an environment, because RecBole needs an old NumPy. The
 * versions are those that the checks were written for.
 * @type {Readonly<Record<Reference, { packages: readonly string[], modules: string, download: string }>>}
 */
export const references = {
  models: {
    packages: ['implicit==0.7.3', 'irspack==0.5.2', 'numpy==2.4.6', 'scipy==1.17.1'],
    modules: 'implicit, irspack',
    download: '200 MB',
  },
  recbole: {
    packages: [
      'recbole==1.2.1',
      'numpy<2',
      'pandas<3',
      'scipy<1.13',
      'torch==2.5.1',
      'ray[tune]<=2.6.3',
      'setuptools<81',
    ],
    modules: 'recbole.evaluator.metrics',
    download: '3 GB',
  },
  lenskit: {
    packages: ['lenskit==2025.8.1', 'torch==2.5.1'],
    modules: 'lenskit.metrics',
    download: '3 GB',
  },
};

/** The Python of an environment, whether or not it is there. @param {Reference} reference */
export function pythonOf(reference) {
  return process.platform === 'win32'
    ? join(referencesFolder, reference, 'Scripts', 'python.exe')
    : join(referencesFolder, reference, 'bin', 'python');
}
