/** The key in `storage.local` of the options of the next dataset. */
export const optionsKey = 'datasetOptions';
