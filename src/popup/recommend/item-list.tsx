import type { ComponentChildren } from 'preact';
import { message } from '../../i18n/message';
import type { ListedItem } from '../../workers/recommend/messages';
import { useOwnId } from '../controls/use-own-id';
import { cutText, inRow, inTitle } from '../models/cut-text';
import { formatAddress } from '../tab/address';
import { formatRecommendAddress } from './recommend-address';
import type { RecommendActions } from './recommend-snapshot';

type Props<Item extends ListedItem> = {
  readonly items: readonly Item[];
  /** Why an item is here, a line each. */
  readonly reasons: (item: Item) => readonly ComponentChildren[];
  readonly actions: RecommendActions;
};

/** Models, best first, each with its reasons. A model's name leads on from it. */
export function ItemList<Item extends ListedItem>({ items, reasons, actions }: Props<Item>) {
  return (
    <ol class="item-list">
      {items.map((item) => (
        <ItemCard key={item.uid} item={item} reasons={reasons(item)} actions={actions} />
      ))}
    </ol>
  );
}

type CardProps = {
  readonly item: ListedItem;
  readonly reasons: readonly ComponentChildren[];
  readonly actions: RecommendActions;
};

function ItemCard({ item: { uid, name, strength }, reasons, actions }: CardProps) {
  const id = useOwnId();
  const shown = nameOf(name);
  const query = formatRecommendAddress({ at: 'model', uid, isWrong: false });
  return (
    <li class="item-card">
      <a
        class="item-name"
        href={formatAddress('recommend', query)}
        title={cutText(name, inTitle)}
        aria-describedby={id}
      >
        <bdi>{shown}</bdi>
      </a>
      <button
        type="button"
        class="icon-button"
        aria-label={message('recommend_openOne', { name: shown })}
        onClick={() => actions.openOnSketchfab(uid)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8 4H4v12h12v-4M11.5 3.5h5v5M16.5 3.5L9 11" />
        </svg>
      </button>
      <div class="item-reasons small soft" id={id}>
        {reasons.map((reason, at) => (
          <p key={at}>{reason}</p>
        ))}
      </div>
      <span class="strength" aria-hidden="true">
        <span style={{ inlineSize: `${100 * Math.min(1, strength)}%` }} />
      </span>
    </li>
  );
}

export function nameOf(name: string): string {
  return name === '' ? message('models_unnamed') : cutText(name, inRow);
}
