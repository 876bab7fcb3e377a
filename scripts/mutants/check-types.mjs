import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { root } from '../root.mjs';

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position From 1.
 * @typedef {{
 *   readonly fileName: string, readonly replacement?: string | undefined,
 *   readonly location: { readonly start: Position, readonly end: Position },
 * }} Change
 */

/** The source with a mutant in it. @param {string} text @param {Change} change */
export function plant(text, { location: { start, end }, replacement = '' }) {
  const lines = text.split('\n');
  /** @param {Position} position */
  const offset = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return text.slice(0, offset(start)) + replacement + text.slice(offset(end));
}

/** Tells of each mutant whether TypeScript refuses the file it is in. */
export function createTypeChecker() {
  const configFile = join(root, 'src', 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, (name) => ts.sys.readFile(name));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  /** @type {Map<string, { readonly version: number, readonly text: string | undefined }>} */
  const changed = new Map();
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot: (name) => {
      const text = changed.get(name)?.text ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
  });
  let version = 0;

  /** @param {Change} mutant */
  return (mutant) => {
    const name = resolve(root, mutant.fileName);
    version += 1;
    changed.set(name, { version, text: plant(readFileSync(name, 'utf8'), mutant) });
    const errors = [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)];
    version += 1;
    changed.set(name, { version, text: undefined });
    return errors.length > 0;
  };
}
