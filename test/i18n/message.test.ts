import { afterEach, describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { language } from '../../src/i18n/language';
import { countMessage, message } from '../../src/i18n/message';
import { provideMessages } from '../../src/i18n/message-source';
import { sourceOf } from './source-of';

const provide = (catalogue: Parameters<typeof sourceOf>[0], uiLanguage: string) =>
  provideMessages(sourceOf(catalogue, uiLanguage));

afterEach(() => provide(english, 'en-US'));

/** A catalogue of another language with these forms of `capture_modelsOnPage`. */
function inLanguage(tag: string, forms: Readonly<Record<string, string>>) {
  const placeholders = { count: { content: '$1' }, fresh: { content: '$2' } };
  const entries = Object.entries(forms).map(
    ([form, text]) => [`capture_modelsOnPage_${form}`, { message: text, placeholders }] as const,
  );
  return { language: { message: tag }, ...Object.fromEntries(entries) };
}

describe('a sentence of the catalogue', () => {
  it('is found by its key', () => {
    expect(message('page_openInTab')).toBe('Open in a tab');
  });

  it('takes the plural form for its number, and writes numbers as the language does', () => {
    expect(countMessage('capture_modelsOnPage', 1, { fresh: 0 })).toBe('1 model on this page, 0 new');
    expect(countMessage('capture_modelsOnPage', 1_240, { fresh: 1_000 })).toBe(
      '1,240 models on this page, 1,000 new',
    );
  });

  it('shows a value unchanged if it looks like a placeholder', () => {
    expect(countMessage('capture_modelsOnPage', 2, { fresh: '$1 $COUNT$ $$' })).toBe(
      '2 models on this page, $1 $COUNT$ $$ new',
    );
  });

  it('takes its plural from the rules of the displayed language', () => {
    provide(inLanguage('fr', { one: '$COUNT$ modèle', other: '$COUNT$ modèles' }), 'fr-CA');
    expect(countMessage('capture_modelsOnPage', 0, { fresh: 0 })).toBe('0 modèle');
    expect(countMessage('capture_modelsOnPage', 2, { fresh: 0 })).toBe('2 modèles');
    provide(inLanguage('ja', { other: '$COUNT$ 個' }), 'ja');
    expect(countMessage('capture_modelsOnPage', 1, { fresh: 0 })).toBe('1 個');
  });

  it('uses the general form if the language has no special form for a number', () => {
    // French has a form for millions, which a catalogue may omit.
    provide(inLanguage('fr', { one: '$COUNT$ modèle', other: '$COUNT$ modèles' }), 'fr');
    expect(countMessage('capture_modelsOnPage', 2_000_000, { fresh: 0 })).toMatch(/modèles$/);
  });
});

describe('the language of numbers and dates', () => {
  it("has the browser's region if the sentences are in the browser's language", () => {
    provide(english, 'en-GB');
    expect(language()).toBe('en-GB');
  });

  it("is that of the sentences if there are none in the browser's language", () => {
    provide(english, 'de');
    expect(language()).toBe('en');
    expect(countMessage('capture_modelsOnPage', 1_240, { fresh: 0 })).toContain('1,240 models');
  });
});
