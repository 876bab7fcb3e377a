import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../i18n/format-number';
import type { FacetName } from '../../models/model-filter';
import { cutText, inRow, inTitle } from './cut-text';
import { facetTitle } from './facet-words';

type Props = { readonly facet: FacetName; readonly children: ComponentChildren };

export function Facet({ facet, children }: Props) {
  return (
    <fieldset class="facet">
      <legend>{facetTitle(facet)}</legend>
      {children}
    </fieldset>
  );
}

type ValueProps = {
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly mark?: ComponentChildren;
  readonly onChange: (isChosen: boolean) => void;
};

export function FacetCheckbox({ name, count, isChosen, mark, onChange }: ValueProps) {
  return (
    <label class="facet-value">
      <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.currentTarget.checked)} />
      {mark}
      <bdi title={cutText(name, inTitle)}>{cutText(name, inRow)}</bdi>{' '}
      <span class="count">{formatNumber(count)}</span>
    </label>
  );
}
