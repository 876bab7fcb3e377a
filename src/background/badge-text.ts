import { message } from '../i18n/message';

/** At most four characters fit on the icon. Nothing when capture is off, `on` until a page has given a model. */
export function badgeText(isCapturing: boolean, modelsOnPage: number): string {
  if (!isCapturing) return '';
  if (modelsOnPage === 0) return message('badge_on');
  return modelsOnPage < 10_000 ? String(modelsOnPage) : `${Math.floor(modelsOnPage / 1_000)}k`;
}
