import { message } from '../i18n/message';

/** At most four characters, which is what fits on the icon. Empty if capture is off, `on` until the page shows a model. */
export function badgeText(isCapturing: boolean, modelsOnPage: number): string {
  if (!isCapturing) return '';
  if (modelsOnPage === 0) return message('badge_on');
  return modelsOnPage < 10_000 ? String(modelsOnPage) : `${Math.floor(modelsOnPage / 1_000)}k`;
}
