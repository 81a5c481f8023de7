import { posix } from 'node:path';
import type { AtRule, Declaration, Root } from 'postcss';
import { FileMissing, PathOutside, type Repository, resolveFrom } from '../disk/repository.ts';
import { kindOf } from '../faces/font-facts.ts';
import { openFont } from '../faces/open-font.ts';
import { plainFont } from '../faces/plain-font.ts';
import type { Face } from './style.ts';
import { styleError, stylePlace, stylesheetOf } from './style-error.ts';
import { replaceUrls, urlsIn } from './urls.ts';

/**
 * Reads every file that the `url()`s of a stylesheet name, and writes the files' new places into them. A name that
 * begins with `@` is a file in a package (`@expo-google-fonts/…`), any other a file beside the stylesheet. Throws
 * StyleError for a missing file.
 */
export async function gatherFiles(
  repository: Repository,
  sheet: Root,
): Promise<{ faces: Face[]; files: Map<string, Uint8Array> }> {
  const faces: Face[] = [];
  const files = new Map<string, Uint8Array>();
  const sources = new Map<string, string>();
  refuseLocal(sheet);
  for (const declaration of declarationsWithUrl(sheet)) {
    const rule = declaration.parent as AtRule;
    const isFace = rule.type === 'atrule' && rule.name === 'font-face';
    const names = new Map<string, string>();
    for (const url of urlsIn(declaration.value)) {
      if (/^(data:|#)/.test(url)) continue;
      const found = await readUrl(repository, declaration, url);
      const name = posix.basename(url);
      const key = isFace ? `fonts/${name.replace(/\.woff2?$/i, '.ttf')}` : `style/${name}`;
      if ((sources.get(key) ?? found.source) !== found.source) {
        throw styleError(declaration, `Two files are called ${posix.basename(url)}`);
      }
      sources.set(key, found.source);
      names.set(url, key);
      const described = isFace ? describeFace(rule) : undefined;
      const data = described ? await printable(declaration, found.data) : found.data;
      files.set(key, data);
      if (described) faces.push({ ...described, file: key, ...found.licensed, data, at: stylePlace(declaration) });
    }
    declaration.value = replaceUrls(declaration.value, (url) => names.get(url) ?? url);
  }
  return { faces, files };
}

/** A face that the machine may provide is another on every machine. */
function refuseLocal(sheet: Root): void {
  sheet.walkAtRules('font-face', (rule) => {
    let source: Declaration | undefined;
    rule.walkDecls('src', (declaration) => {
      source = declaration;
    });
    const fix = 'Write url("@scope/package/file.ttf") or url("file.ttf").';
    if (!source) throw styleError(rule, '@font-face without src', fix);
    if (/\blocal\(/.test(source.value)) throw styleError(source, 'local() is the face of one machine', fix);
    if (urlsIn(source.value).length === 0) throw styleError(source, 'src without url()', fix);
  });
}

const unpacked = new WeakMap<Uint8Array, Uint8Array>();

/**
 * Returns a face’s data as TrueType, unpacked if it is a web font. Throws StyleError for a font that does not print
 * well.
 */
async function printable(at: Declaration, data: Uint8Array): Promise<Uint8Array> {
  let plain: Uint8Array;
  let kind: ReturnType<typeof kindOf>;
  try {
    plain = unpacked.get(data) ?? (await plainFont(data));
    unpacked.set(data, plain);
    openFont(plain);
    kind = kindOf(plain);
  } catch {
    throw styleError(at, 'This file cannot be read as a font', 'Name a TrueType file (.ttf), or a web font (.woff2).');
  }
  const fix = 'Name a static TrueType file (.ttf) for each weight and slope.';
  if (kind === 'variable') throw styleError(at, 'This is a variable font, which does not print well', fix);
  if (kind === 'cff')
    throw styleError(at, 'This is a font with outlines of the kind CFF, which do not print well', fix);
  return plain;
}

function declarationsWithUrl(sheet: Root): Declaration[] {
  const found: Declaration[] = [];
  sheet.walkDecls((declaration) => {
    if (urlsIn(declaration.value).length > 0) found.push(declaration);
  });
  return found;
}

interface Found {
  /** A key that differs between files. */
  source: string;
  data: Uint8Array;
  licensed: { data: Uint8Array; licence?: string };
}

async function readUrl(repository: Repository, at: Declaration, url: string): Promise<Found> {
  const inPackage = url.startsWith('@') ? url : url.startsWith('package:') ? url.slice('package:'.length) : undefined;
  if (inPackage === undefined && /^([a-z][a-z0-9+.-]*:|\/)/i.test(url))
    throw styleError(at, `${url} is not a file beside the stylesheet`);
  if (inPackage !== undefined) {
    const packaged = await repository.packaged(inPackage).catch((error: unknown) => {
      if (!(error instanceof PathOutside)) throw error;
      throw styleError(at, `${error.message} by a link: install the package itself, with npm install --install-links`);
    });
    if (!packaged) {
      const name = inPackage.split('/', inPackage.startsWith('@') ? 2 : 1).join('/');
      const fix = `In the journal’s folder, run: npm install ${name}. If it is installed, correct the path of the file in it.`;
      throw styleError(at, `There is no file ${url} in node_modules`, fix);
    }
    return { source: inPackage, data: packaged.data, licensed: packaged };
  }
  const path = resolveFrom(stylesheetOf(at), url);
  try {
    const { data, source } = await repository.themeFile(path);
    return { source, data, licensed: { data } };
  } catch (error) {
    if (error instanceof FileMissing || error instanceof PathOutside) throw styleError(at, error.message);
    throw error;
  }
}

function describeFace(rule: AtRule): Pick<Face, 'family' | 'weight' | 'italic'> {
  const value = (property: string): string | undefined => {
    let found: string | undefined;
    rule.walkDecls(property, (declaration) => {
      found = declaration.value;
    });
    return found;
  };
  const family = value('font-family')?.replace(/^(["'])(.*)\1$/, '$2');
  if (!family) throw styleError(rule, '@font-face without font-family');
  const weight = (value('font-weight') ?? 'normal').replace('normal', '400').replace('bold', '700');
  if (!/^\d+$/.test(weight))
    throw styleError(rule, 'font-weight of a face is one number; variable faces are not printed well');
  return { family, weight: Number(weight), italic: value('font-style') === 'italic' };
}
