import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { homes, mayImport, pure, worded, world } from './layers.js';

const layers = Object.keys(mayImport);

const inexact = 'engines differ in its last bits: see src/recommend/numeric/portable-math.ts';
const inexactFunctions =
  'log log2 log10 log1p exp expm1 pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh tanh';

/** Ways around the layers. */
const syntax = [
  // The import rules do not see these.
  { selector: 'TSImportType', message: 'import the type by name' },
  { selector: 'MetaProperty', message: 'import.meta.glob and its kin import unseen' },
  { selector: 'ExportAllDeclaration', message: 'no barrels' },
];

const inCatalogue = 'sentences stand in public/_locales/en/messages.json: use message()';
/** @type {(property: string, name: string) => string} */
const call = (property, name) => `CallExpression[callee.${property}=${name}] *`;
// Texts of several words that no person reads: errors and reports for developers, keys, names that are compared.
const notText = `:not(${[
  'ThrowStatement *',
  'NewExpression[callee.name=Error] *',
  'ImportDeclaration *',
  'BinaryExpression[operator=/^(===|!==|in)$/] *',
  'JSXAttribute[name.name=/^(class|d|viewBox)$/] *',
  // An `Answer`'s message is for the console.
  'ObjectExpression:has(> Property[key.name=failure]) *',
  call('object.name', 'console'),
  call('name', '/^(report|message|countMessage)$/'),
  call('property.name', '/^(includes|exec|test|match)$/'),
].join(', ')})`;
const labels =
  '/^(aria-label|aria-valuetext|aria-description|title|placeholder|alt|label|fullLabel|about|whyNot|text)$/';

/** Text that a person would read, written where no translator finds it. */
const literalText = [
  'JSXText[value=/\\p{L}/u]',
  `JSXAttribute[name.name=${labels}] :matches(Literal[value=/\\p{L}/u], TemplateElement[value.raw=/\\p{L}/u])${notText}`,
  // Two words, or one as a sentence or a label begins.
  `Literal[value=/\\p{L}[,.:;]? \\p{L}|^\\p{Lu}\\p{Ll}+[.…]?$/u]${notText}`,
  `TemplateElement[value.raw=/\\p{L}[,.:;]? \\p{L}|\\p{L}[,.:;]? $|^[,.:;]? \\p{L}/u]${notText}`,
].map((selector) => ({ selector, message: inCatalogue }));

/** The time of day, which callers pass in. */
const ownClock = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
].map((selector) => ({ selector, message: 'a pure layer is told the time' }));

/**
 * A service worker has no import() at all, and the import rules do not see one. The popup loads the views of the tab with it, which
 * are below its own folder.
 * @param {string} layer
 */
const lateImport = (layer) => [
  {
    selector: layer === 'popup' ? 'ImportExpression:not([source.value=/^\\.\\//])' : 'ImportExpression',
    message: 'static imports only',
  },
];

const layerRules = layers.map((layer) => {
  const closed = layers.filter((other) => other !== layer && !mayImport[layer]?.includes(other));
  const foreign = Object.keys(homes).filter((library) => !homes[library]?.includes(layer));
  return defineConfig({
    files: [`src/${layer}/**`],
    rules: {
      // By resolved path: a folder of one layer may have the name of another layer.
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...closed.map((other) => ({
              target: `src/${layer}`,
              from: `src/${other}`,
              message: 'layers.js does not allow this',
            })),
            ...['practice', 'scripts', 'test', 'bench'].map((tools) => ({
              target: `src/${layer}`,
              from: tools,
              message: 'the product does not import its tools',
            })),
          ],
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: foreign.flatMap((library) => [library, `${library}/**`]),
              message: 'this library has another home, see layers.js',
            },
            // The bundler would read it from the root of the project, where the rule above does not follow.
            { regex: '^/', message: 'relative paths only' },
          ],
        },
      ],
      'no-restricted-globals': pure.includes(layer) ? ['error', ...world] : 'off',
      'no-restricted-syntax': [
        'error',
        ...syntax,
        ...lateImport(layer),
        ...(worded.includes(layer) ? literalText : []),
        ...(pure.includes(layer) ? ownClock : []),
        ...(layer === 'recommend' ? [{ selector: 'BinaryExpression[operator="**"]', message: inexact }] : []),
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
    files: ['src/**'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: { 'import-x/no-cycle': 'error' },
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
  layerRules,
  {
    files: ['src/recommend/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...`random ${inexactFunctions}`
          .split(' ')
          .map((property) => ({ object: 'Math', property, message: inexact })),
      ],
    },
  },
  {
    files: ['src/recommend/**', 'src/models/**'],
    rules: {
      // Typed arrays are read in the innermost loops, whose bounds hold the index; the types cannot see that.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
