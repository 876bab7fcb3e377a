import { message } from '../../i18n/message';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { AboutOptions } from './about-options';
import { FileOptions } from './file-options';
import { FilterOptions } from './filter-options';
import { optionsText } from './options-text';

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'exportOptions' | 'projectKey'>;
  readonly actions: Actions;
};

/** Collapsed, since most people never change it. The line beside its title sums it up. */
export function OptionsForm({ snapshot: { exportOptions, projectKey }, actions }: Props) {
  if (!exportOptions) return null;
  const { options, userIds } = exportOptions;
  const algorithm = userIds === 'project' ? projectKey?.algorithm : undefined;
  const onChange = actions.changeDatasetOptions;
  return (
    <details class="disclosure">
      <summary>
        <span class="lead">{message('options_title')}</span>{' '}
        <span class="small soft">{optionsText(algorithm ? { ...options, hash: algorithm } : options)}</span>
      </summary>
      <div class="options">
        <FileOptions options={options} onChange={onChange} keyAlgorithm={algorithm} />
        <FilterOptions options={options} onChange={onChange} />
        <AboutOptions options={options} onChange={onChange} />
      </div>
    </details>
  );
}
