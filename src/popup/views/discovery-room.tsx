import type { Overview } from '../../store/overview';
import type { Actions, Snapshot } from '../snapshot';
import { Discovery } from './discovery';

const words = {
  title: 'Most liked models',
  about:
    'Instead of browsing: the catalogue of Sketchfab is read from its most liked model down, tags and categories included.',
};

type Props = { readonly overview: Overview; readonly snapshot: Snapshot; readonly actions: Actions };

export function DiscoveryRoom({ overview, snapshot, actions }: Props) {
  return (
    <section class="room" aria-labelledby="most-liked">
      <div class="title">
        <h2 id="most-liked">{words.title}</h2>
      </div>
      <p class="soft">{words.about}</p>
      <Discovery overview={overview} snapshot={snapshot} actions={actions} />
    </section>
  );
}
