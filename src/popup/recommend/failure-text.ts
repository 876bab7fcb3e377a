import { message } from '../../i18n/message';
import type { WorkFailure } from '../../workers/recommend/messages';

export function failureText({ code, message: cause }: WorkFailure): string {
  if (code === 'outOfMemory') return message('recommend_outOfMemory');
  return message('recommend_unreadable', { cause: cause || message('models_noCause') });
}
