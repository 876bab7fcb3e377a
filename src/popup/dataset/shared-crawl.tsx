import { Button } from '../controls/button';
import { NumberField, TextField } from '../controls/fields';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { whyNoPart } from './can-export';
import { maxContributorLength } from './options';

const words = {
  title: 'Several machines',
  about:
    'Each crawls its shard of the models, all under one key, and writes its part. Parts are merged by Import, or with DuckDB as the manual says.',
  shard: 'Shard',
  of: 'of',
  contributor: 'Your name in the part',
  contributorAbout: 'Becomes the name of a folder. Leave it empty, and it is "someone".',
  export: 'Export as part',
};
const mostShards = 1_000;

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** Folded: most people have one machine. */
export function SeveralMachines({ snapshot, actions }: Props) {
  const { settings, exportOptions, exporting } = snapshot;
  const { shardIndex, shardCount } = settings;
  if (!exportOptions) return null;
  return (
    <details class="disclosure" open={shardCount > 1}>
      <summary>
        <span class="lead">{words.title}</span>
      </summary>
      <div class="options">
        <p class="small soft">{words.about}</p>
        <div class="buttons">
          <NumberField
            // An index that went with a smaller count is another one now.
            key={`${shardIndex}`}
            label={words.shard}
            name="shardIndex"
            value={shardIndex}
            {...{ min: 1, max: shardCount, step: 1 }}
            onChange={(index) => actions.changeSettings({ shardIndex: index })}
          />
          <NumberField
            label={words.of}
            name="shardCount"
            value={shardCount}
            {...{ min: 1, max: mostShards, step: 1 }}
            onChange={(count) =>
              actions.changeSettings({ shardIndex: Math.min(shardIndex, count), shardCount: count })
            }
          />
        </div>
        <TextField
          label={words.contributor}
          about={words.contributorAbout}
          value={exportOptions.contributor}
          maxLength={maxContributorLength}
          onChange={(contributor) => actions.changeExportOptions({ contributor })}
        />
        {exporting.phase !== 'running' && (
          <div class="buttons">
            <Button label={words.export} onClick={actions.exportPart} whyNot={whyNoPart(snapshot)} />
          </div>
        )}
      </div>
    </details>
  );
}
