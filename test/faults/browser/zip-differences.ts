import { stripVTControlCharacters } from 'node:util';
import { expect } from '@playwright/test';
import { launchChromium } from '../../e2e/support/chromium';
import { expectDataset } from '../../e2e/support/expect-dataset';
import { button, download } from '../../e2e/support/popup';
import type { Ground } from './campaign-ground';

/** Downloads the zip of a profile whose browser has ended, and returns how it differs from the world. */
export async function zipDifferences({ practice, models }: Ground, profile: string): Promise<string[]> {
  const chromium = await launchChromium({ practice, profile });
  try {
    const popup = await chromium.openPopup('tab');
    await expect(button(popup, 'Download dataset')).toBeEnabled();
    const zip = await download(popup);
    return await expectDataset(zip, practice.world, models).then(
      () => [],
      (error: unknown) => [`the zip differs: ${inOneLine(String(error))}`],
    );
  } finally {
    await chromium.close();
  }
}

/** Matchers produce long messages in colour. */
const inOneLine = (text: string) => stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').slice(0, 160);
