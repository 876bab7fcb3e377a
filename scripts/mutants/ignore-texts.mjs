import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** @typedef {{ type: string, callee?: { name?: string } }} Node */
/** @typedef {{ node: Node, parent: Node | null }} NodePath */

const forDevelopers = new Set(['Error', 'RangeError', 'TypeError']);

/**
 * Leaves out the words of errors that only developers read. What a person reads comes from a code (`ImportError`) or from
 * the catalogue of messages.
 */
const texts = {
  /** @param {unknown} path */
  shouldIgnore(path) {
    const { node, parent } = /** @type {NodePath} */ (path);
    const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
    const isError = parent?.type === 'NewExpression' && forDevelopers.has(parent.callee?.name ?? '');
    return isText && isError ? 'words for developers' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'texts', texts)];
