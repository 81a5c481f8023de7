import type { Element, Root } from 'xast';
import { hasSubstitute } from '../faces/substitutions.ts';
import { type Cascade, cascadeOf } from '../fonts/cascade.ts';
import { lacksOldStyle, lacksTabular } from '../fonts/lacking-figures.ts';
import { lostEmphasis } from '../fonts/lost-emphasis.ts';
import { missingLetters } from '../fonts/missing-letters.ts';
import { ownGlyphRuns, realClass } from '../fonts/own-glyphs.ts';
import { unmetSlopes } from '../fonts/unmet-slopes.ts';
import type { Issue } from '../issue/model.ts';
import { type PlaceMark, placeIn } from '../issue/places.ts';
import { faceFor, nearestFace } from '../styles/nearest-face.ts';
import { parsedSheet } from '../styles/parsed.ts';
import type { Face, Style } from '../styles/style.ts';
import type { StyleFault, StylePlace } from '../styles/style-error.ts';

/**
 * The glyphs and styles that an issue needs and the style’s faces do not have, each kind once a family, with its first
 * place in the manuscripts and a count. `document` is the print document, in which the runs that their faces have
 * glyphs for are marked.
 */
export function checkFaces(issue: Issue, document: Root, style: Style): StyleFault[] {
  return [...documentFaults(issue, document, style), ...figureFaults(style)];
}

function documentFaults(issue: Issue, document: Root, style: Style): StyleFault[] {
  const cascade = cascadeOf(parsedSheet(style.css), document);
  const placeOf = placesIn(issue, document);
  return [
    ...emphasisFaults(document, cascade, style, placeOf),
    ...letterFaults(document, cascade, style, placeOf),
    ...glyphFaults(document, cascade, style, placeOf),
    ...slopeFaults(document, cascade, style, placeOf),
  ];
}

/** The result of looking at the faces that a part of a print document asks for. Plain data. */
export interface PartFaces {
  /** True if the faces have all that it asks for. */
  hasAll: boolean;
  /** The kinds of small capitals in it: the faces’ own, and others. */
  smallCapitals: { own: boolean; other: boolean };
}

/** Looks at a part of a print document, which is a document by itself. */
export function facesOfPart(issue: Issue, document: Root, style: Style): PartFaces {
  return {
    hasAll: documentFaults(issue, document, style).length === 0,
    smallCapitals: smallCapitalsIn(document),
  };
}

/**
 * The faults of a print document whose parts were looked at. `document` gives it as a whole, where faults of several
 * parts have to be put together; most issues have none.
 */
export async function checkFacesOfParts(
  issue: Issue,
  parts: readonly PartFaces[],
  style: Style,
  document: () => Promise<Root>,
): Promise<StyleFault[]> {
  const isMixed = (['own', 'other'] as const).every((kind) => parts.some(({ smallCapitals }) => smallCapitals[kind]));
  if (parts.every(({ hasAll }) => hasAll) && !isMixed) return figureFaults(style);
  return checkFaces(issue, await document(), style);
}

type PlaceOf = (element: Element) => string;

/** The place of elements outside all articles. */
const firstPages = 'in the first pages';

function emphasisFaults(document: Root, cascade: Cascade, style: Style, placeOf: PlaceOf): StyleFault[] {
  const all = lostEmphasis(document, cascade, style.faces);
  // A title is in the contents, too: if some elements are in manuscripts, only those are counted.
  const inArticles = all.filter(({ element }) => placeOf(element) !== firstPages);
  const lost = inArticles.length > 0 ? inArticles : all;
  const groups = groupBy(lost, ({ family, asked }) => `${asked} ${family}`);
  return groups.map(([first, ...more]): StyleFault => {
    const { asked, family, element, text } = first;
    const count = more.length + 1;
    const lacks = { italic: 'no italics', upright: 'nothing but italics', bold: 'no bold', light: 'no regular weight' }[
      asked
    ];
    const of = asked === 'italic' || asked === 'upright' ? 'em' : 'strong';
    const at = placeOfFamily(style, family);
    const key = asked === 'italic' ? 'italic' : 'bold';
    return {
      ...at,
      rule: 'face-emphasis',
      found: `${family} has ${lacks}, and ${count === 1 ? 'an emphasis would be lost' : `${count} emphases would be lost`}: first “${shorten(text)}”, ${placeOf(element)}`,
      expected: `a face that can show them`,
      fix:
        asked === 'italic' || asked === 'bold'
          ? `${isSettings(at) || !style.isOwn(at.path) ? `Name a package that has ${key === 'italic' ? 'italics' : 'a bold'} under faces: in journal.yaml, as ${key}:.` : `Add an @font-face of “${family}” with font-${key === 'italic' ? 'style: italic' : 'weight: 600'}, of another family if need be.`} Or show emphasis otherwise in a stylesheet of your own: ${of} { font-${of === 'em' ? 'style' : 'weight'}: inherit; letter-spacing: 0.06em; }`
          : `Add the face, or show emphasis otherwise in a stylesheet of your own: ${of} { font-${of === 'em' ? 'style' : 'weight'}: inherit; letter-spacing: 0.06em; }`,
    };
  });
}

function letterFaults(document: Root, cascade: Cascade, style: Style, placeOf: PlaceOf): StyleFault[] {
  // For each letter that Offprint's own faces lack, another face is there on purpose.
  const isOwn = (family: string) => style.isOwn(placeOfFamily(style, family).path);
  return missingLetters(document, cascade, style.faces, isOwn).flatMap(
    ({ family, letters, count, first, instead }): StyleFault[] => {
      const at = placeOfFamily(style, family);
      return [
        {
          ...at,
          rule: 'face-letters',
          found: `${family} lacks ${letters.length === 1 ? 'a letter' : `${letters.length} letters`} of the issue (${letters.slice(0, 12).join(' ')}${letters.length > 12 ? ' …' : ''}), ${count} in all: ${instead.join(', ')} ${instead.length > 1 ? 'set' : 'sets'} them, first ${placeOf(first)}`,
          expected: 'a face that has the letters of the text',
          fix:
            family.includes('latin') ||
            style.faces.some((face) => face.family === family && /-latin(-ext)?-\d/.test(face.file))
              ? 'This web font is cut into slices by script: name the whole package under faces:, or add the other slices.'
              : 'Take a face that has them, or leave it: the letters are still in the text.',
        },
      ];
    },
  );
}

/** The glyphs that runs ask for, and their substitutes. */
const substitutes = {
  call: ['superior figures for calls', 'all calls of the issue are usual figures, smaller and raised'],
  sup: ['superior glyphs', 'usual ones are made smaller and raised'],
  sub: ['inferior glyphs', 'usual ones are made smaller and lowered'],
  smallcaps: ['small capitals', 'capitals are made smaller'],
} as const;

function glyphFaults(document: Root, cascade: Cascade, style: Style, placeOf: PlaceOf): StyleFault[] {
  const isOfInterest = hasOwnFaces(style) || isMixed(document);
  if (!isOfInterest) return [];
  const substituted = ownGlyphRuns(document).filter(
    ({ element }) => !(element.attributes.class ?? '').split(/\s+/).includes(realClass),
  );
  const runs = substituted.map((run) => {
    const { families, lang } = cascade(run.element);
    const family = families.find((name) => style.faces.some((face) => face.family === name)) ?? '';
    return { ...run, family, lang };
  });
  const lacksFigures = ({ element, kind, lang }: (typeof runs)[number]): boolean =>
    kind !== 'call' ||
    [...'0123456789'].some((figure) => {
      const face = faceFor(style.faces, cascade(element), figure);
      return !face || !hasSubstitute(face.data, 'sups', figure, lang);
    });
  // All calls are set alike, so even those in a face that has the figures are substituted.
  const lacking = runs.filter(lacksFigures);
  // Offprint's faces are known to lack some. It is reported only where the journal chose the face, or where an issue
  // mixes small capitals of two kinds.
  const worth = lacking.filter(
    ({ kind, family }) => style.isOwn(placeOfFamily(style, family).path) || (kind === 'smallcaps' && isMixed(document)),
  );
  return groupBy(worth, ({ family }) => family).map((runs): StyleFault => {
    const { family, element } = runs.find((run) => placeOf(run.element) !== firstPages) ?? runs[0];
    const kinds = groupBy(runs, ({ kind }) => kind).map(([{ kind }, ...more]) => {
      const [glyphs, instead] = substitutes[kind];
      return `${glyphs} (${more.length === 0 ? 'once' : `${more.length + 1} times`}: ${instead})`;
    });
    return {
      ...placeOfFamily(style, family),
      rule: 'face-glyphs',
      found: `${family} does not have all of the ${kinds.join(', ')}; first ${placeOf(element)}`,
    };
  });
}

function isMixed(document: Root): boolean {
  const { own, other } = smallCapitalsIn(document);
  return own && other;
}

function smallCapitalsIn(document: Root): PartFaces['smallCapitals'] {
  const marks = ownGlyphRuns(document)
    .filter(({ kind }) => kind === 'smallcaps')
    .map(({ element }) => (element.attributes.class ?? '').includes(realClass));
  return { own: marks.includes(true), other: marks.includes(false) };
}

/** The place where a family is named: the journal's, if the journal names it. */
function placeOfFamily(style: Style, family: string): StylePlace {
  const places = style.faces.flatMap((face) => (face.family === family && face.at ? [face.at] : []));
  const at = places.find(({ path }) => style.isOwn(path)) ?? places[0] ?? style.places.get('--text-face');
  return at ?? { path: '', line: 1, column: 1 };
}

/** True if the journal chose any of a style’s faces. */
function hasOwnFaces(style: Style): boolean {
  return (
    style.isOwn(placeOfFamily(style, '').path) ||
    style.faces.some(({ family }) => style.isOwn(placeOfFamily(style, family).path))
  );
}

function isSettings({ path }: StylePlace): boolean {
  return path.endsWith('.yaml');
}

/**
 * Slopes and weights that the style itself asks of a face that the journal chose: no words are lost, but the look
 * differs from the style's.
 */
function slopeFaults(document: Root, cascade: Cascade, style: Style, placeOf: PlaceOf): StyleFault[] {
  if (!hasOwnFaces(style)) return [];
  const unmet = unmetSlopes(document, cascade, style.faces).filter(({ family }) =>
    style.isOwn(placeOfFamily(style, family).path),
  );
  return unmet.map(({ family, asked, given, first, count }) => ({
    ...placeOfFamily(style, family),
    rule: 'face-styles',
    found: `${family} has no ${asked}: ${given} ${given.startsWith('weight') ? 'is' : 'are'} set instead, ${count === 1 ? 'once' : `${count} times`}, first ${placeOf(first)}`,
  }));
}

function figureFaults(style: Style): StyleFault[] {
  const firstOf = (token: string): Face | undefined => {
    const name =
      style.tokens
        .get(token)
        ?.split(',')[0]
        ?.trim()
        .replace(/^["']|["']$/g, '') ?? '';
    const face = nearestFace(style.faces, name, 400, false);
    return face?.at && style.isOwn(face.at.path) ? face : undefined;
  };
  const [text, sans] = [firstOf('--text-face'), firstOf('--sans-face')];
  const said: StyleFault[] = [];
  if (text?.at && /oldstyle-nums/.test(style.css) && lacksOldStyle(text))
    said.push({
      ...text.at,
      rule: 'face-styles',
      found: `${text.family} has no old-style figures: its usual ones are set in the text`,
    });
  if (sans?.at && /tabular-nums/.test(style.css) && lacksTabular(sans))
    said.push({
      ...sans.at,
      rule: 'face-styles',
      found: `${sans.family} has no figures of one width: in tables, they do not stand exactly under each other`,
    });
  return said;
}

/** The place of an element in the manuscripts, in words; a block has it in `data-pos`. */
function placesIn(issue: Issue, document: Root): PlaceOf {
  let places: Map<Element, string> | undefined;
  const visit = (node: Element | Root, place: string): void => {
    for (const child of node.children as Root['children']) {
      if (child.type !== 'element') continue;
      const article = issue.articles.find(({ id }) => id === child.attributes['data-article']);
      const named = placeIn(issue, (child.attributes['data-pos'] ?? '') as PlaceMark);
      const own = named ? `in ${named.file.path}:${named.at?.line}` : article ? `in ${article.file.path}` : place;
      places?.set(child, own);
      visit(child, own);
    }
  };
  return (element) => {
    // Most issues have no fault to be placed.
    if (!places) {
      places = new Map();
      visit(document, firstPages);
    }
    return places.get(element) ?? '';
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
