import { Button } from '../controls/button';
import { SwitchRow } from '../controls/fields';
import { countMessage } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';

const words = { autoCapture: 'Auto-capture', allowAccess: 'Allow access to Sketchfab' };

type Props = {
  readonly isOn: boolean;
  readonly about: string;
  readonly onChange: (on: boolean) => void;
  /** `null` where the browser gives access already. */
  readonly onAllow: (() => void) | null;
};

export function CaptureSection({ isOn, about, onChange, onAllow }: Props) {
  return (
    <section class="section">
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
export function pageCountsText({
  settings,
  hasAccess,
  pageCounts,
}: Pick<PageSnapshot, 'settings' | 'hasAccess' | 'pageCounts'>): string {
  if (!settings.autoCapture) return 'Off: nothing is noted while you browse';
  if (!hasAccess) return 'On, but it needs access to Sketchfab';
  if (!pageCounts) return 'Notes the models on pages you open';
  const { modelsOnPage, newModels } = pageCounts;
  if (modelsOnPage === 0) return 'No models on this page';
  return countMessage('capture_modelsOnPage', modelsOnPage, { fresh: newModels });
}
