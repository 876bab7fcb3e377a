import { message } from '../../i18n/message';
import { Button } from '../controls/button';
import { NumberField } from '../controls/number-field';
import { TextField } from '../controls/text-field';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { whyNoPart } from './can-export';
import { maxContributorLength } from './options';

const mostShards = 1_000;

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** Collapsed, since most people use one machine. */
export function SharedCrawl({ snapshot, actions }: Props) {
  const { settings, exportOptions, exporting } = snapshot;
  const { shardIndex, shardCount } = settings;
  if (!exportOptions) return null;
  return (
    <details class="disclosure" open={shardCount > 1}>
      <summary>
        <span class="lead">{message('part_title')}</span>
      </summary>
      <div class="options">
        <p class="small soft">{message('part_about')}</p>
        <div class="buttons">
          <NumberField
            // Rendered anew when a smaller count has changed the index.
            key={`${shardIndex}`}
            label={message('part_shard')}
            name="shardIndex"
            value={shardIndex}
            min={1}
            max={shardCount}
            step={1}
            onChange={(index) => actions.changeSettings({ shardIndex: index })}
          />
          <NumberField
            label={message('part_shards')}
            name="shardCount"
            value={shardCount}
            min={1}
            max={mostShards}
            step={1}
            onChange={(count) =>
              actions.changeSettings({ shardIndex: Math.min(shardIndex, count), shardCount: count })
            }
          />
        </div>
        <TextField
          label={message('part_contributor')}
          about={message('part_contributorAbout')}
          value={exportOptions.contributor}
          maxLength={maxContributorLength}
          onChange={(contributor) => actions.changeExportOptions({ contributor })}
        />
        {exporting.phase !== 'running' && (
          <div class="buttons">
            <Button
              label={message('part_export')}
              onClick={actions.exportPart}
              whyNot={whyNoPart(snapshot)}
            />
          </div>
        )}
      </div>
    </details>
  );
}
