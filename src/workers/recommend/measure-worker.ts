import { openDatabase } from '../../store/database';
import type { MeasureRequest } from './measure-messages';
import { readLikes } from './read-likes';
import { runMeasurement } from './run-measurement';

// Reported as an error of this worker, or whoever sent the message would wait forever.
addEventListener('messageerror', () => reportError(new Error('the request could not be read')));

// Whoever started this worker terminates it: after the last reply, or midway when it is stopped.
addEventListener('message', ({ data: { excluded } }: MessageEvent<MeasureRequest>) => {
  runMeasurement({
    read: (onProgress) => readLikes(openDatabase(), { excluded, onProgress, now: Date.now }),
    reply: (reply) => postMessage(reply),
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  }).catch(reportError);
});
