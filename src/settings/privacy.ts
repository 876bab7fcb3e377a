import type { Settings } from './settings';

/**
 * The day on which PRIVACY.md last changed in what is stored, requested or handed out, as it says itself. People who agreed
 * before then are told in the popup.
 */
export const privacyChangedOn = '2026-11-30';

/** Whether the user agreed, or was last told, before the privacy policy changed. */
export function isPrivacyNews({ consent, privacySeen }: Settings): boolean {
  return consent && privacySeen !== null && privacySeen < privacyChangedOn;
}
