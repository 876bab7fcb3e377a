import { capture } from './capture';
import { followCaptureSwitch } from './follow-capture-switch';
import { whenOpened } from './when-opened';

// Begun at the moment of the load, so that the worker does not take the next document of a tab for the same page.
let pages = Math.floor(performance.timeOrigin);

whenOpened(document, () => {
  followCaptureSwitch((end) => capture(document, { nextPageSerial: () => pages++, onOrphaned: end }));
});
