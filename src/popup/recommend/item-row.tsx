import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../i18n/message';
import type { ListedItem } from '../../workers/recommend/messages';
import { Button } from '../controls/button';
import { useOwnId } from '../controls/use-own-id';
import { ItemList } from './item-list';
import { fewItems, type RecommendActions } from './recommend-snapshot';

type Props<Item extends ListedItem> = {
  readonly title: string;
  /** How the models were found, in one line. */
  readonly rule: string;
  /** What is said where there are none. */
  readonly none: string;
  readonly items: readonly Item[];
  readonly reasons: (item: Item) => readonly ComponentChildren[];
  readonly actions: RecommendActions;
};

/** A list that begins short. */
export function ItemRow<Item extends ListedItem>(props: Props<Item>) {
  const { title, rule, none, items, reasons, actions } = props;
  const id = useOwnId();
  const [isLong, setLong] = useState(false);
  const shown = isLong ? items : items.slice(0, fewItems);
  return (
    <section class="block item-row" aria-labelledby={id}>
      <div class="item-row-head">
        <h2 id={id}>{title}</h2>
        <p class="small soft">{items.length === 0 ? none : rule}</p>
        {items.length > fewItems && (
          <Button
            isQuiet
            label={
              isLong ? message('recommend_showFewer') : message('recommend_showAll', { count: items.length })
            }
            onClick={() => setLong(!isLong)}
          />
        )}
      </div>
      {shown.length > 0 && <ItemList items={shown} reasons={reasons} actions={actions} />}
    </section>
  );
}
