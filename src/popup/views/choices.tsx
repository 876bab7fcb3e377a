import type { DatasetChoices } from '../../dataset/dataset-choices';
import { sayChoices } from '../decide/say-choices';
import type { Actions, Snapshot } from '../snapshot';
import { AboutChoices } from './about-choices';
import { FileChoices } from './file-choices';
import { FilterChoices } from './filter-choices';

const words = { title: 'What goes in' };

export type ChoicesProps = {
  readonly choices: DatasetChoices;
  readonly onChange: (changed: Partial<DatasetChoices>) => void;
};

type Props = { readonly snapshot: Pick<Snapshot, 'wish' | 'projectKey'>; readonly actions: Actions };

/** Folded, as most never change it; the line beside its name tells what it comes to. */
export function Choices({ snapshot: { wish, projectKey }, actions }: Props) {
  if (!wish) return null;
  const { choices, userIds } = wish;
  const method = userIds === 'project' ? projectKey?.algorithm : undefined;
  return (
    <details class="fold">
      <summary>
        <span class="lead">{words.title}</span>{' '}
        <span class="small soft">{sayChoices(method ? { ...choices, hash: method } : choices)}</span>
      </summary>
      <div class="choices">
        <FileChoices choices={choices} onChange={actions.changeChoices} methodOfKey={method} />
        <FilterChoices choices={choices} onChange={actions.changeChoices} />
        <AboutChoices choices={choices} onChange={actions.changeChoices} />
      </div>
    </details>
  );
}
