import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { homes, mayImport, pure, world } from './floors.js';

const floors = Object.keys(mayImport);

const inexact = 'engines differ in its last bits: see src/recommend/numeric/portable-math.ts';
const inexactFunctions =
  'log log2 log10 log1p exp expm1 pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh tanh';

const floorRules = floors.map((floor) => {
  const closed = floors.filter((other) => other !== floor && !mayImport[floor]?.includes(other));
  const foreign = Object.keys(homes).filter((library) => !homes[library]?.includes(floor));
  return defineConfig({
    files: [`src/${floor}/**`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: closed.flatMap((other) => [`**/${other}`, `**/${other}/**`]),
              message: 'floors.js does not allow this',
            },
            {
              group: foreign.flatMap((library) => [library, `${library}/**`]),
              message: 'this library has another home, see floors.js',
            },
            {
              regex: '(^|/)(practice|scripts|test|bench)(/|$)',
              message: 'the product does not import its tools',
            },
          ],
        },
      ],
      'no-restricted-globals': pure.includes(floor) ? ['error', ...world] : 'off',
      'no-restricted-syntax': [
        'error',
        // The import rule does not see the first three, and a service worker has no import() at all.
        { selector: 'ImportExpression', message: 'static imports only' },
        { selector: 'TSImportType', message: 'import the type by name' },
        { selector: 'MetaProperty', message: 'import.meta.glob and its kin import unseen' },
        { selector: 'ExportAllDeclaration', message: 'no barrels' },
        ...(floor === 'recommend' ? [{ selector: 'BinaryExpression[operator="**"]', message: inexact }] : []),
      ],
    },
  });
});

export default defineConfig(
  { ignores: ['dist/', 'out/', 'test-results/', 'test/fixtures/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A bare `void` would hide a lost write just as well as nothing at all: catch, or await.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false, checkThenables: true }],
    },
  },
  {
    files: ['practice/**', 'scripts/**', 'test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // TypeScript reads a cast in a comment, and these rules do not.
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
  floorRules,
  {
    files: ['src/recommend/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...`random ${inexactFunctions}`
          .split(' ')
          .map((property) => ({ object: 'Math', property, message: inexact })),
      ],
      // Typed arrays are read in the innermost loops, whose bounds hold the index; the types cannot see that.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
