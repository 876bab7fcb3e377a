import { Button } from '../controls/button';
import { SwitchRow } from '../controls/fields';
import { sayCount, sayNumber } from '../format/numbers';
import type { Snapshot } from '../snapshot';

const words = { autoCapture: 'Auto-capture', allowAccess: 'Allow access to Sketchfab' };

type Props = {
  readonly isOn: boolean;
  readonly about: string;
  readonly onChange: (on: boolean) => void;
  /** `null` where the browser gives access already. */
  readonly onAllow: (() => void) | null;
};

export function CaptureRoom({ isOn, about, onChange, onAllow }: Props) {
  return (
    <section class="room">
      <SwitchRow label={words.autoCapture} about={about} isOn={isOn} onChange={onChange} isHeading />
      {onAllow && (
        <div class="buttons">
          <Button label={words.allowAccess} onClick={onAllow} isWide isFilled />
        </div>
      )}
    </section>
  );
}

/** What auto-capture does right now, beside its switch. */
export function sayPageCounts({
  settings,
  hasAccess,
  pageCounts,
}: Pick<Snapshot, 'settings' | 'hasAccess' | 'pageCounts'>): string {
  if (!settings.autoCapture) return 'Off: nothing is noted while you browse';
  if (!hasAccess) return 'On, but it needs access to Sketchfab';
  if (!pageCounts) return 'Notes the models on pages you open';
  const { modelsOnPage, newModels } = pageCounts;
  if (modelsOnPage === 0) return 'No models on this page';
  return `${sayCount(modelsOnPage, 'model')} on this page, ${newModels === 0 ? 'none' : sayNumber(newModels)} of them new`;
}
