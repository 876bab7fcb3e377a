import { Button } from '../controls/button';
import { SwitchRow } from '../controls/switch-row';
import { countMessage, message } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';

type Status = Pick<PageSnapshot, 'settings' | 'hasAccess' | 'pageStatus'>;

type Props = {
  readonly isOn: boolean;
  readonly about: string;
  readonly onChange: (on: boolean) => void;
  /** `null` where the browser gives access already. */
  readonly onAllow: (() => void) | null;
  /** `null` where the page in the active tab can be captured as it is. */
  readonly onReload: (() => void) | null;
};

export function CaptureSection({ isOn, about, onChange, onAllow, onReload }: Props) {
  return (
    <section class="section">
      <SwitchRow label={message('capture_auto')} about={about} isOn={isOn} onChange={onChange} isHeading />
      {onAllow && (
        <div class="buttons">
          <Button label={message('capture_allowAccess')} onClick={onAllow} isWide isFilled />
        </div>
      )}
      {onReload && (
        <div class="buttons">
          <Button label={message('capture_reload')} onClick={onReload} />
        </div>
      )}
    </section>
  );
}

/** What auto-capture is doing now, for the line beside its switch. */
export function pageStatusText({ settings, hasAccess, pageStatus }: Status): string {
  if (!settings.autoCapture) return message('capture_off');
  if (!hasAccess) return message('capture_noAccess');
  if (!pageStatus) return message('capture_on');
  if (pageStatus === 'needsReload') return message('capture_needsReload');
  const { modelsOnPage, newModels } = pageStatus;
  if (modelsOnPage === 0) return message('capture_noModels');
  return countMessage('capture_modelsOnPage', modelsOnPage, { fresh: newModels });
}

/** Whether the page in the active tab could be captured if it were loaded again. */
export function needsReload({ settings, hasAccess, pageStatus }: Status): boolean {
  return settings.autoCapture && hasAccess && pageStatus === 'needsReload';
}
