import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss';
import { FileMissing, PathOutside, type Repository, resolveFrom, type ThemeFile } from '../disk/repository.ts';
import { StyleError, styleError } from './style-error.ts';
import { urlsIn } from './urls.ts';

/** The house style that a journal's single stylesheet is laid over. */
const ground = 'quarterly';

/**
 * Reads a stylesheet of a style, `print` or `epub`, with everything it imports. Each rule knows the file it came from.
 * Throws StyleError, or FileMissing where there is no such style.
 */
export async function readStylesheet(repository: Repository, name: string, which: string): Promise<Root> {
  const folder = await find(repository, `styles/${name}/${which}.css`);
  if (folder) return inline(repository, folder, []);
  const single = await find(repository, `styles/${name.replace(/\.css$/, '')}.css`);
  if (!single) throw new FileMissing(`styles/${name}/${which}.css`);
  const sheet = await readStylesheet(repository, ground, which);
  return sheet.append((await inline(repository, single, [])).nodes);
}

async function find(repository: Repository, path: string): Promise<ThemeFile | undefined> {
  try {
    return await repository.themeFile(path);
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}

/** Parses a stylesheet and replaces each `@import` by the imported rules; `chain` is the files that led to it. */
async function inline(repository: Repository, file: ThemeFile, chain: string[]): Promise<Root> {
  const sheet = parse(file);
  for (const rule of sheet.nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'import')) {
    const path = resolveFrom(file.path, importedPath(rule));
    if (path === file.path || chain.includes(path)) throw styleError(rule, `${path} imports itself`);
    const imported = await find(repository, path).catch((error: unknown) => {
      throw error instanceof PathOutside ? styleError(rule, error.message) : error;
    });
    if (!imported) {
      const advice =
        'Remove this line, if it is for a house style: a stylesheet in styles/ is laid over the quarterly by itself. Otherwise correct the path.';
      throw styleError(rule, `There is no file ${path}`, advice);
    }
    rule.replaceWith((await inline(repository, imported, [...chain, file.path])).nodes);
  }
  return sheet;
}

function parse(file: ThemeFile): Root {
  try {
    // Without `map: false`, PostCSS looks for source maps on the disk.
    return postcss.parse(new TextDecoder().decode(file.data), { from: `/${file.path}`, map: false });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    throw new StyleError(file.path, error.line ?? 1, error.column ?? 1, error.reason);
  }
}

function importedPath(rule: AtRule): string {
  const [path, ...more] = urlsIn(`${rule.params.replace(/^(["'])(.*?)\1/, 'url("$2")')}`);
  const condition = rule.params.replace(/^(url\([^)]*\)|(["']).*?\2)\s*/, '');
  if (!path || more.length > 0 || condition) throw styleError(rule, '@import takes one file and no condition');
  return path;
}
