import { openDatabase } from '../../store/database';
import { createAnswers } from './answer-questions';
import { createRequestHandler } from './handle-requests';
import type { RecommendReply, RecommendRequest } from './messages';
import { readLikes } from './read-likes';

const handle = createRequestHandler({
  read: async (excluded, onProgress) => {
    const collected = await readLikes(openDatabase(), { excluded, onProgress, now: Date.now });
    return { state: collected.state, answer: createAnswers(collected) };
  },
  reply: (message: RecommendReply) => postMessage(message),
});

// Reported as an error of this worker, or whoever sent the message would wait forever.
addEventListener('messageerror', () => reportError(new Error('the question could not be read')));

addEventListener('message', ({ data }: MessageEvent<RecommendRequest>) => {
  handle(data).catch(reportError);
});
