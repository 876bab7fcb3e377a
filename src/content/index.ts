import { capture } from './capture';
import { followSettings } from './follow-settings';

// Begun at the moment of the load, so that the worker does not take the next document of a tab for the same page.
let pages = Math.floor(performance.timeOrigin);

followSettings((end) => capture(document, { nextPageSerial: () => pages++, onOrphaned: end }));
