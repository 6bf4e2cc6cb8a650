import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction, constants } from 'node:vm';

type Transformers = typeof import('@xenova/transformers');

let loaded: Transformers | undefined;

/**
 * What the library asks for, without its decoder of images: 40 ms and 11 MB of every process for something that no text needs.
 * It only looks whether there is one.
 */
function requireForText(path: string): NodeJS.Require {
  const require = createRequire(path);
  const asked = (name: string): unknown => (name === 'sharp' ? noImages : require(name));
  return Object.assign(asked, require);
}

function noImages(): never {
  throw new Error('Images are not read here: transformers.js was loaded without its decoder of images.');
}

/**
 * Loads transformers.js on first use. A plain `import` would send its 1.3 MB through tsx, which rewrites every module
 * that contains the word "import": measured 624 ms and 180 MB of memory against 118 ms and 25 MB this way. Types and
 * behaviour are those of the package's own CommonJS build.
 */
export function loadTransformers(): Transformers {
  if (loaded) return loaded;
  const path = createRequire(import.meta.url).resolve('@xenova/transformers');
  const compiled = compileFunction(
    readFileSync(path, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: path, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  );
  const module = { exports: {} as Transformers };
  compiled(module.exports, requireForText(path), module, path, dirname(path));
  loaded = module.exports;
  return loaded;
}
