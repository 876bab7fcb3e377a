import { describe, expect, it } from 'vitest';
import { plainName } from '../../../src/dataset/tables/rec-a-sketch';

describe('the simplified name of a model', () => {
  it.each([
    ['Dragon', 'Dragon'],
    ['Cup | Mug', 'Cup / Mug'],
    ['a||b', 'a/b'],
    ['a|\\|b', 'a/b'],
    ['C:\\', 'C:/'],
    ['"Quoted" name', 'Quoted" name'],
    [' " "" x', 'x'],
    ['say "hi"', 'say "hi"'],
    ['|"x', '/"x'],
    ['"', '-'],
    ['" "', '-'],
    ['', '-'],
    ['|', '/'],
    ['NA', 'NA'],
    ['\u{1f43a}', '\u{1f43a}'],
  ])('of %j is %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});
