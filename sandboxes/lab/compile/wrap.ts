/// <reference path="./sucrase.d.ts" />
import type { Problem } from 'lab/authoring';
import { transform } from 'sucrase/dist/index.js';
import { mistakeIn } from './mistake.ts';
import { REFUSED, SCOPE, SIMULATED } from './scope.ts';
import { type Shape, shapeOf } from './shape.ts';
import { placeAt, Source } from './source.ts';

export type Wrapped =
  | {
      readonly kind: 'wrapped';
      readonly path: string;
      readonly source: Source;
      readonly shape: Shape;
      /** Globals that the text mentions. */
      readonly scope: readonly string[];
      /** A function expression that runs the module: `(function (require, exports, …globals) { … })`. */
      readonly code: string;
      /** Characters of `code` before the learner's first line. */
      readonly indent: number;
    }
  | { readonly kind: 'not TypeScript'; readonly path: string; readonly problem: Problem };

/**
 * Strips the types of one module in place and puts a function around it on its own first line, so that lines stay true.
 * The module's text stands in a function of its own inside, where it may declare any name that the scope hides.
 */
export function wrap(path: string, text: string): Wrapped {
  try {
    const source = new Source(path, text);
    const shape = shapeOf(source);
    const scope = [...SIMULATED, ...Object.keys(REFUSED)].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    const hidden = SCOPE.filter((name) => !scope.includes(name));
    const hoisted = shape.functions.map(({ exported, local }) => `exports.${exported}=${local};`).join('');
    const { prologue, code } = stripped(path, text);
    const parameters = ['require', 'exports', ...scope, ...hidden].join();
    const before = `(function(${parameters}){"use strict";(function(){${hoisted}${prologue}`;
    return {
      kind: 'wrapped',
      path,
      source,
      shape,
      scope,
      code: `${before}${code}\n})();})`,
      indent: before.length,
    };
  } catch (error) {
    return { kind: 'not TypeScript', path, problem: problemOf(path, text, error) };
  }
}

/**
 * Imports are kept as written, used or not, as Node keeps them: loading a module is something that happens. The prologue is
 * what sucrase puts before the text; on a line of its own it can be told apart.
 */
function stripped(path: string, text: string): { readonly prologue: string; readonly code: string } {
  const { code } = transform(`\n${text}`, {
    transforms: ['typescript', 'imports'],
    filePath: path,
    disableESTransforms: true,
    preserveDynamicImport: true,
    keepUnusedImports: true,
  });
  const end = code.indexOf('\n');
  return { prologue: code.slice(0, end), code: code.slice(end + 1) };
}

function problemOf(path: string, text: string, error: unknown): Problem {
  const { at, words } = mistakeIn(text) ?? { at: 0, words: String(error) };
  return {
    ...placeAt(path, text, at),
    message: `This is not TypeScript: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`,
  };
}
