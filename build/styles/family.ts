import type { Repository } from '../disk/repository.ts';
import { type FontFacts, fontFacts } from '../faces/font-facts.ts';
import { plainFont } from '../faces/plain-font.ts';
import { type FontFile, findFonts } from './find-fonts.ts';
import { nearestFace } from './nearest-face.ts';

/** A font of a family, as a stylesheet names it. */
export interface FamilyFont extends Pick<FontFacts, 'weight' | 'italic'> {
  url: string;
  /** The slice of a web font that is cut into slices by script: `cyrillic`. */
  slice: string;
}

/** The fonts of a family that a style needs: regular and semibold, upright and italic, as far as they exist. */
export interface Family {
  name: string;
  fonts: FamilyFont[];
  /** The names of the slices, the one with the Latin letters first; one empty name for whole fonts. */
  slices: string[];
}

/** A family that cannot be used, and what to do. */
export interface NoFamily {
  found: string;
  fix: string;
}

/** Reads the family that a package or folder holds, or says in words what is wrong with it. */
export async function readFamily(repository: Repository, wanted: string): Promise<Family | NoFamily> {
  const [name = '', only] = wanted.split('#');
  const files = await findFonts(repository, name);
  if (!files)
    return {
      found: `There is no package ${name} in node_modules, and no folder of fonts of this name in styles/`,
      fix: `In the journal’s folder, run: npm install ${packageOf(name)}. Or put .ttf files into a folder in styles/, and name the folder.`,
    };
  if (files.length === 0)
    return { found: `${name} holds no font files`, fix: 'Name a package or folder that has .ttf files.' };
  const read = await readAll(files);
  const broken = read.find((one) => typeof one === 'string');
  if (typeof broken === 'string')
    return { found: `${name}/${broken} cannot be read as a font`, fix: 'Put another file in its place, or remove it.' };
  const fonts = read.filter((one): one is Read => typeof one !== 'string');
  const named =
    only === undefined ? fonts : fonts.filter(({ family }) => family.toLowerCase() === only.trim().toLowerCase());
  if (named.length === 0)
    return {
      found: `${name} has no family “${only}”`,
      fix: `It has: ${[...new Set(fonts.map(({ family }) => family))].join(', ')}.`,
    };
  const good = named.filter(({ kind }) => kind === 'truetype');
  if (good.length === 0) return notStatic(name, named);
  // Older fonts call each weight a family.
  const plain = new Set(good.map(({ family }) => family.replace(weightWords, '')));
  const families = plain.size === 1 ? [...plain] : [...new Set(good.map(({ family }) => family))];
  if (families.length > 1)
    return {
      found: `${name} holds ${families.length} families: ${families.join(', ')}`,
      fix: `Name the one that is meant: "${name}#${families[0]}".`,
    };
  const usual = good.filter(
    ({ width }) => width === good.map((one) => one.width).sort((a, b) => Math.abs(a - 5) - Math.abs(b - 5))[0],
  );
  const slices = [...new Set(usual.map(({ slice }) => slice))].sort((a, b) => rank(a) - rank(b));
  return {
    name: families[0] ?? name,
    fonts: slices.flatMap((slice) => needed(usual.filter((one) => one.slice === slice))),
    slices,
  };
}

/** The words for weight and slope at the end of a name. */
const weightWords =
  /( (thin|hairline|(extra|ultra|semi|demi)?[ -]?(light|bold)|regular|book|roman|medium|demi|heavy|black|italic|oblique))+$/i;

interface Read extends FontFacts, FamilyFont {}

/** The file name of a web font states weight, slope and slice: `literata-cyrillic-ext-400-normal.woff2`. */
const sliced = /([a-z-]+?)-(\d{3})-(normal|italic)\.woff2?$/;

async function readAll(files: readonly FontFile[]): Promise<(Read | string)[]> {
  const stem = files.map(({ name }) => /^(?:.*\/)?([\w-]+?)-latin-\d{3}-normal\.woff2?$/.exec(name)?.[1]).find(Boolean);
  const wanted =
    stem === undefined ? files : files.filter(({ name }) => /-(400|600|700)-(normal|italic)\.woff2?$/.test(name));
  const read: (Read | string)[] = [];
  for (const { url, name, read: load } of wanted) {
    const slice = stem === undefined ? '' : (sliced.exec(name)?.[1] ?? '').replace(new RegExp(`^.*?${stem}-`), '');
    // Of Chinese, Japanese and Korean there are more than a hundred slices, without a name.
    if (stem !== undefined && !slice) continue;
    try {
      read.push({ ...fontFacts(await plainFont(new Uint8Array(await load()))), url, slice });
    } catch {
      read.push(name);
    }
  }
  return read;
}

/** Latin first: the family is known by it. */
function rank(slice: string): number {
  const order = ['', 'latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
  return order.includes(slice) ? order.indexOf(slice) : order.length;
}

function needed(fonts: readonly Read[]): FamilyFont[] {
  const members = fonts.map((one) => ({ ...one, family: '', file: one.url, data: new Uint8Array() }));
  const found = [false, true].flatMap((italic) => {
    const sloped = members.filter((one) => one.italic === italic);
    return [400, 600].flatMap((weight) => nearestFace(sloped, '', weight, italic) ?? []);
  });
  return [...new Map(found.map((one) => [one.file, one])).values()].map((one) => {
    const { url, weight, italic, slice } = members.find(({ file }) => file === one.file) as (typeof members)[number];
    return { url, weight, italic, slice };
  });
}

function notStatic(name: string, fonts: readonly Read[]): NoFamily {
  const plain = packageOf(name.replace(/^@fontsource-variable\//, '@expo-google-fonts/'));
  return fonts.some(({ kind }) => kind === 'variable')
    ? {
        found: `${name} holds variable fonts, which do not print well`,
        fix: `Take static ones, a .ttf file for each weight and slope: ${plain} may have them.`,
      }
    : {
        found: `${name} holds OpenType fonts with outlines of the kind CFF, which do not print well`,
        fix: 'Take the family’s TrueType files (.ttf); most makers offer both.',
      };
}

function packageOf(name: string): string {
  return name.startsWith('@')
    ? name
    : `@expo-google-fonts/${name
        .split('/')
        .at(-1)
        ?.toLowerCase()
        .replaceAll(/[\s_]+/g, '-')}`;
}
