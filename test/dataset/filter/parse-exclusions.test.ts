import { describe, expect, it } from 'vitest';
import { parseExclusions } from '../../../src/dataset/filter/parse-exclusions';

const hex = '0123456789abcdef'.repeat(2);
const old = 'aB3'.repeat(9);

const names = (text: string) => parseExclusions(text).flatMap(({ usernames }) => usernames);
const models = (text: string) => parseExclusions(text).flatMap(({ modelUids }) => modelUids);
const users = (text: string) => parseExclusions(text).flatMap(({ userUids }) => userUids);
const unclear = (text: string) =>
  parseExclusions(text)
    .filter(
      ({ usernames, userUids, modelUids }) => usernames.length + userUids.length + modelUids.length === 0,
    )
    .map((entry) => entry.text);

describe('a pasted list', () => {
  it.each([
    ['lines', 'ada\r\nbob.b\n\nc_d-e\r'],
    ['commas', 'ada,bob.b, c_d-e,'],
    ['semicolons', 'ada;bob.b ;c_d-e'],
    ['tabs', 'ada\tbob.b\tc_d-e'],
    ['spaces', '  ada  bob.b c_d-e '],
    ['quotes', '"ada", \'bob.b\', “c_d-e”'],
    ['a spreadsheet column', '"ada"\n"bob.b"\n"c_d-e"\n'],
    ['a list in JSON', '["ada","bob.b","c_d-e"]'],
    ['bullets', '- ada\n• bob.b\n* c_d-e'],
    ['numbers', '1. ada\n2) bob.b\n(3) c_d-e'],
    ['a byte order mark and capitals', '\ufeffADA\nBob.B\nC_D-E'],
    ['@', '@ada @bob.b, ＠c_d-e'],
    ['full-width letters and punctuation', 'ａｄａ，ｂｏｂ．ｂ；ｃ＿ｄ－ｅ'],
    ['ideographic commas', 'ada、bob.b、c_d-e。'],
    ['percent-encoding', '%61da%2C bob%2Eb%0Ac_d-e'],
    ['directions of writing', '\u202aada\u202c,\u200ebob.b\u200f,\u2066c_d-e\u2069'],
    ['no-break spaces', 'ada\u00a0bob.b\u202fc_d-e'],
    ['separators of lines in scripts', 'ada\u2028bob.b\u2029c_d-e'],
    ['slashes and bars', 'ada / bob.b | c_d-e'],
    ['a sentence', 'Please: (ada), <bob.b> & c_d-e!'],
    ['addresses', 'https://sketchfab.com/ada http://www.sketchfab.com/bob.b?x=1,sketchfab.com/c_d-e#top'],
    [
      'addresses of pages under a profile',
      'https://sketchfab.com/ada/models\nhttps://sketchfab.com/bob.b/likes?page=2\nhttps://sketchfab.com/c_d-e/',
    ],
    ['addresses in code', '<a href="https://sketchfab.com/ada">x</a> [y](https://sketchfab.com/bob.b) c_d-e'],
    [
      'addresses without a break',
      'https://sketchfab.com/adahttps://sketchfab.com/bob.bhttps://sketchfab.com/c_d-e',
    ],
    ['encoded addresses', 'https%3A%2F%2Fsketchfab.com%2Fada https://sketchfab.com/%62ob.b %40c_d-e'],
    [
      'addresses within addresses',
      'https://www.google.com/url?q=https://sketchfab.com/ada&sa=D https://web.archive.org/web/2020/https://sketchfab.com/bob.b c_d-e',
    ],
    [
      'addresses of the API',
      'https://api.sketchfab.com/v3/users/ada https://sketchfab.com/i/users/@bob.b c_d-e',
    ],
    ['addresses in capitals', 'HTTPS://SKETCHFAB.COM/ADA HTTPS://SKETCHFAB.COM/BOB.B/MODELS C_D-E'],
    ['paths', '/ada bob.b/models c_d-e/likes'],
    ['an address of an organisation', 'https://sketchfab.com/orgs/ada bob.b c_d-e'],
    ['broken percent-encoding', 'ada% %bob.b 100%c_d-e'],
  ])('is understood with %s', (_what, text) => {
    const found = names(text);
    expect(found).toEqual(expect.arrayContaining(['ada', 'bob.b', 'c_d-e']));
  });

  it('takes an entry for all that it may be', () => {
    expect(parseExclusions('16271')).toEqual([
      { text: '16271', usernames: ['16271'], userUids: ['16271'], modelUids: [] },
    ]);
    expect(parseExclusions(hex)).toEqual([
      { text: hex, usernames: [hex], userUids: [hex], modelUids: [hex] },
    ]);
    expect(parseExclusions(old)[0]).toMatchObject({ usernames: [old.toLowerCase()], modelUids: [old] });
    expect(names('-ada_.')).toEqual(expect.arrayContaining(['-ada_.', 'ada_.', '-ada', 'ada']));
    expect(names('some\u2013body')).toEqual(['some-body', 'some', 'body']);
    expect(names('ada\u200bbob')).toEqual(['adabob', 'ada', 'bob']);
  });

  it.each([
    `https://sketchfab.com/3d-models/a-chair-${hex}?utm=1#x`,
    `sketchfab.com/3d-models/${hex}`,
    `https://sketchfab.com/models/${hex}/embed`,
    `https://sketchfab.com/orgs/acme/3d-models/a-chair-${hex}`,
    `/3d-models/a-chair-${hex}`,
    `a-chair-${hex}`,
    `HTTPS://SKETCHFAB.COM/3D-MODELS/A-CHAIR-${hex.toUpperCase()}`,
    `"https://sketchfab.com/3d-models/a-chair-${hex}",`,
    `https://api.sketchfab.com/v3/models/${hex}`,
    hex.toUpperCase(),
  ])('finds the model in %s', (text) => {
    expect(models(text)).toContain(hex);
  });

  it('keeps the case of old model ids', () => {
    expect(models(`https://sketchfab.com/3d-models/a-chair-${old}`)).toEqual([old]);
  });

  it.each([
    ['16,271', '16271'],
    ['16 271', '16271'],
    ['16271.0', '16271'],
    ['="16271"', '16271'],
    [hex.toUpperCase(), hex],
    [hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), hex],
  ])('finds the user id in %s', (text, id) => {
    expect(users(text)).toContain(id);
  });

  it.each([
    'https://example.com/ada',
    'https://sketchfab.com',
    'https://sketchfab.com/',
    'https://skfb.ly/abc',
    'https://sketchfab.com/3d-models/popular',
    'https://sketchfab.com/search',
    'https://sketchfab.com/tags/robot',
  ])('says that %s is not understood', (text) => {
    expect(unclear(text)).toEqual([text]);
    expect(names(text)).toEqual([]);
  });

  it('is understood the same when its entries are parsed again', () => {
    const text = `1. ada, 16,271 \u2013 bob\u200bcarl https://example.com/x\nhttps://sketchfab.com/ada/likes?q=1 ${hex} a-chair-${old}`;
    const entries = parseExclusions(text);
    expect(entries.length).toBeGreaterThan(8);
    expect(parseExclusions(entries.map((entry) => entry.text).join('\n'))).toEqual(entries);
  });

  it('is read at once, however long a row of dashes is in it', () => {
    const text = `a${'-'.repeat(200_000)}b`;
    expect(parseExclusions(text).map((entry) => entry.text)).toEqual([text]);
  });

  it('may be empty, or of punctuation alone', () => {
    for (const text of ['', ' \n\t ', '- \n• \n...', ',;|', '\ufeff'])
      expect(parseExclusions(text)).toEqual([]);
  });
});
