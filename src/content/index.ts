import { capture } from './capture';
import { followCaptureSwitch } from './follow-capture-switch';
import { whenOpened } from './when-opened';

// Starts at the time of the load, so that the worker can tell the documents of a tab apart.
let pages = Math.floor(performance.timeOrigin);

whenOpened(document, () => {
  followCaptureSwitch((end) => capture(document, { nextPageSerial: () => pages++, onOrphaned: end }));
});
