import type { DeletionTools } from '../../src/store/delete-everything';

/** Where there are no files of a browser, and no other page. */
export const noPause: DeletionTools = {
  pause: () => Promise.resolve(),
  whileNoPageWrites: (work) => work(),
};
