import { formatNumber } from '../../i18n/format-number';
import { cutText, inRow } from '../models/cut-text';
import { formatAddress } from '../tab/address';
import { formatRecommendAddress } from './recommend-address';

type Props = {
  readonly label: string;
  /** With the number of models that carry each, where it is known. */
  readonly tags: readonly { readonly tag: string; readonly models?: number }[];
};

/** Tags, each of which leads to its models. */
export function TagChips({ label, tags }: Props) {
  return (
    <div class="tag-chips">
      <span class="small soft">{label}</span>
      <ul aria-label={label}>
        {tags.map(({ tag, models }) => (
          <li key={tag}>
            <a class="tag-chip" href={formatAddress('recommend', formatRecommendAddress({ at: 'tag', tag }))}>
              <bdi>{cutText(tag, inRow)}</bdi>
              {models !== undefined && <span class="soft"> {formatNumber(models)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
