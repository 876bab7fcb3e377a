import { Button } from '../controls/button';
import { SwitchRow } from '../controls/fields';
import { countMessage, message } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';

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
      <SwitchRow label={message('capture_auto')} about={about} isOn={isOn} onChange={onChange} isHeading />
      {onAllow && (
        <div class="buttons">
          <Button label={message('capture_allowAccess')} onClick={onAllow} isWide isFilled />
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
  if (!settings.autoCapture) return message('capture_off');
  if (!hasAccess) return message('capture_noAccess');
  if (!pageCounts) return message('capture_on');
  const { modelsOnPage, newModels } = pageCounts;
  if (modelsOnPage === 0) return message('capture_noModels');
  return countMessage('capture_modelsOnPage', modelsOnPage, { fresh: newModels });
}
