import type { ComponentChildren } from 'preact';
import { message } from '../../i18n/message';
import { useOwnId } from '../controls/use-own-id';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { AboutOptions } from './about-options';
import { ChosenBox } from './chosen-box';
import { ExclusionReport } from './exclusion-report';
import { FileOptions } from './file-options';
import { FilterOptions } from './filter-options';
import { HashOptions } from './hash-options';
import { UserIds } from './keys/user-ids';
import { SharedCrawl } from './shared-crawl';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** What is in the dataset, in the order in which one decides it. */
export function DatasetChoices({ snapshot, actions }: Props) {
  const { exportOptions, projectKey, exclusionReport } = snapshot;
  if (!exportOptions) return null;
  const { options, userIds } = exportOptions;
  const props = { options, onChange: actions.changeDatasetOptions };
  return (
    <div class="choices">
      <Choice number={1} title={message('choices_who')} about={message('choices_whoAbout')}>
        <ChosenBox snapshot={snapshot} actions={actions} />
        <FilterOptions {...props} />
        <ExclusionReport report={exclusionReport} />
      </Choice>
      <Choice number={2} title={message('choices_ids')} about={message('choices_idsAbout')}>
        <UserIds snapshot={snapshot} actions={actions} />
        <HashOptions {...props} keyAlgorithm={userIds === 'project' ? projectKey?.algorithm : undefined} />
      </Choice>
      <Choice number={3} title={message('choices_files')} about={message('choices_filesAbout')}>
        <FileOptions {...props} />
      </Choice>
      <Choice number={4} title={message('options_about')} about={message('options_aboutAbout')}>
        <AboutOptions {...props} />
      </Choice>
      <SharedCrawl snapshot={snapshot} actions={actions} />
    </div>
  );
}

type ChoiceProps = {
  readonly number: number;
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
};

function Choice({ number, title, about, children }: ChoiceProps) {
  const id = useOwnId();
  return (
    <section class="choice" aria-labelledby={id}>
      <h2 id={id}>
        <span class="choice-number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      <p class="small soft">{about}</p>
      {children}
    </section>
  );
}
