import { describeMerging } from './describe-merging';
import { memoryImportStore } from './memory-import-store';

describeMerging((models, likes) => {
  const { store, held } = memoryImportStore(models, likes);
  return Promise.resolve({
    store,
    dump: () => Promise.resolve(structuredClone(held)),
    countStagings: () => Promise.resolve(held.staged.size),
  });
});
