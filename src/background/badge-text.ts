import { message } from '../i18n/message';
import type { PageStatus } from '../settings/page-status';

/**
 * At most four characters, which is what fits on the icon. Empty if capture is off, `on` until the page shows a model, `!` if
 * it needs to be loaded again.
 */
export function badgeText(isCapturing: boolean, status: PageStatus | undefined): string {
  if (!isCapturing) return '';
  if (status === 'needsReload') return message('badge_needsReload');
  const modelsOnPage = status?.modelsOnPage ?? 0;
  if (modelsOnPage === 0) return message('badge_on');
  return modelsOnPage < 10_000 ? String(modelsOnPage) : `${Math.floor(modelsOnPage / 1_000)}k`;
}
