import type { RecommendAddress } from './recommend-address';
import type { Shown } from './recommend-snapshot';

/** After a stop or a failure no answer comes, and the last one is to an address that may have been left. */
export function isAnswerTo(address: RecommendAddress, shown: Shown): boolean {
  switch (address.at) {
    case 'model':
      return address.uid === null ? shown.at === 'start' : shown.at === 'model' && shown.uid === address.uid;
    case 'tag':
      return address.tag === null ? shown.at === 'tags' : shown.at === 'tag' && shown.tag === address.tag;
    case 'person':
      return (
        shown.at === 'person' &&
        shown.pseudonym === address.pseudonym &&
        shown.picks.join() === address.picks.join()
      );
    case 'quality':
      return false;
  }
}
