import type { AtRule, Declaration, Root } from 'postcss';
import { closestWord } from '../text/closest-word.ts';
import { checkColumns } from './check-columns.ts';
import { checkPage } from './check-page.ts';
import { familyNames } from './family-names.ts';
import { points, shown } from './lengths.ts';
import { lineProperties } from './line-properties.ts';
import { type StyleFault, stylePlace, stylesheetOf } from './style-error.ts';

/** The parts of a style that the checks of its measures look at. */
export interface Measures {
  sheet: Root;
  /** As they were before they were computed. */
  declared: ReadonlyMap<string, Declaration>;
  /** Plain values. */
  tokens: ReadonlyMap<string, string>;
  /** The families of which the style has faces. */
  families: readonly string[];
  /** True for the journal’s own stylesheets. */
  isOwn: (path: string) => boolean;
}

/** Finds every token with a wrong value, and every measure that does not fit the others. Pure. */
export function checkMeasures(measures: Measures): StyleFault[] {
  const all = [...checkForms(measures), ...checkFamilies(measures)];
  // What the house computes from a journal’s own token is wrong where that token is.
  const own = all.filter(({ path }) => measures.isOwn(path));
  const forms = own.length > 0 ? own : all;
  // Sums with a value that is not a number would only repeat the finding.
  if (forms.length > 0) return forms;
  return [
    ...checkNames(measures),
    ...checkSheetSize(measures),
    ...checkPage(measures),
    ...checkColumns(measures),
    ...checkLines(measures),
  ];
}

const lengthTokens =
  /^--(page-width|page-height|bleed|margin-\w+|(\w+-)?column-gap|head-gap|foot-gap|line|(?!last-line)[\w-]+-(line|size)|hairline|rule|hang-room|mark-(offset|length|weight))$/;

/** Finds tokens whose value a browser would not understand: it would drop them silently. */
function checkForms({ declared, tokens }: Measures): StyleFault[] {
  return [...declared].flatMap(([name, declaration]): StyleFault[] => {
    const value = tokens.get(name) ?? '';
    const wrong = (expected: string): StyleFault[] => [
      { ...stylePlace(declaration), rule: 'style-valid', found: `${name} is ${value || 'empty'}`, expected },
    ];
    if (lengthTokens.test(name)) {
      const length = points(value, 10);
      if (length === undefined || length < 0) return wrong('a length with its unit, such as 12.75pt or 170mm');
    } else if (name === '--lines') {
      if (!/^(auto|[1-9]\d*)$/.test(value)) return wrong('auto, or how many lines a page has');
    } else if (/^--([\w-]+-)?columns$/.test(name) && !/^[1-9]$/.test(value))
      return wrong('a number of columns from 1 to 9');
    else if (/^--running-(left|right)$/.test(name) && !/^(journal|title|author|section|none)$/.test(value))
      return wrong('journal, title, author, section or none');
    else if (name === '--first-begins' && !/^(page|recto)$/.test(value)) return wrong('page or recto');
    return [];
  });
}

const generic = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+|math)$/;

/**
 * Finds families that a token names and no `@font-face` has: the browser would silently take the machine’s own, or the
 * next in the list.
 */
function checkFamilies({ declared, tokens, families }: Measures): StyleFault[] {
  return [...declared].flatMap(([name, declaration]): StyleFault[] => {
    if (!/^--[\w-]+-face$/.test(name)) return [];
    const names = familyNames(tokens.get(name) ?? '');
    return names.flatMap((family, i): StyleFault[] => {
      if (families.includes(family) || (i > 0 && generic.test(family))) return [];
      const close = closestWord(family, families);
      return [
        {
          ...stylePlace(declaration),
          rule: 'style-valid',
          found: `No @font-face is called “${family}”, which ${name} names`,
          expected: `one of ${[...new Set(families)].join(', ')}`,
          fix: close
            ? `Did you mean ${close}?`
            : `Add @font-face rules for it, or name a package under faces: in journal.yaml.`,
        },
      ];
    });
  });
}

/** Finds the journal’s own custom properties that nothing uses. */
function checkNames({ sheet, declared, isOwn }: Measures): StyleFault[] {
  const used = new Set<string>();
  sheet.walk((node) => {
    const text = node.type === 'decl' ? node.value : node.type === 'atrule' ? node.params : '';
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) used.add(name);
  });
  const known = [...declared].filter(([, at]) => !isOwn(stylesheetOf(at))).map(([name]) => name);
  return [...declared].flatMap(([name, declaration]): StyleFault[] => {
    if (!isOwn(stylesheetOf(declaration)) || used.has(name) || readByBuild.has(name) || declaresElsewhere(sheet, name))
      return [];
    const close = closestWord(name, [...used, ...known, ...readByBuild]);
    return [
      {
        ...stylePlace(declaration),
        rule: 'style-token',
        found: `Nothing uses ${name}`,
        fix: close ? `Did you mean ${close}?` : `Remove it, or use it: var(${name}).`,
      },
    ];
  });
}

/** True if a token was declared before, further up: then something reads it, as with those of line breaking. */
function declaresElsewhere(sheet: Root, name: string): boolean {
  let count = 0;
  sheet.walkDecls(name, () => void count++);
  return count > 1;
}

/** Properties that the build itself reads from `:root`, and that a style may omit. */
const readByBuild = new Set<string>([
  ...lineProperties.map((name) => `--${name}`),
  '--bleed',
  '--marks',
  '--mark-offset',
  '--mark-length',
  '--mark-weight',
  '--columns',
  '--column-gap',
  '--note-columns',
  '--note-column-gap',
  '--notes-at',
  '--begins',
  '--first-begins',
  '--float',
  '--page-width',
  '--page-height',
  '--lines',
  '--line',
  '--margin-foot',
  '--column-least',
  '--note-column-least',
  '--front-column-least',
  '--text-face',
  '--head-face',
  '--sans-face',
  '--code-face',
  '--accent',
  '--head-weight',
  '--running-left',
  '--running-right',
]);

/** Finds a plain `@page` rule with a size of its own, beside the tokens from which everything else is computed. */
function checkSheetSize({ sheet, tokens }: Measures): StyleFault[] {
  const wanted = [points(tokens.get('--page-width')), points(tokens.get('--page-height'))];
  if (wanted.includes(undefined)) return [];
  const sizes: Declaration[] = [];
  for (const rule of sheet.nodes) {
    if (rule.type !== 'atrule' || rule.name !== 'page' || !/^(:(left|right|first))?$/.test(rule.params)) continue;
    (rule as AtRule).each((node) => void (node.type === 'decl' && node.prop === 'size' && sizes.push(node)));
  }
  return sizes.flatMap((size): StyleFault[] => {
    const value = size.value.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) => tokens.get(name) ?? '');
    const said = value.split(/\s+/).map((one) => points(one));
    if (said.every((one, i) => one !== undefined && Math.abs(one - (wanted[i] ?? 0)) < 0.1)) return [];
    return [
      {
        ...stylePlace(size),
        rule: 'style-fits',
        found: `The page is ${size.value} here, and ${tokens.get('--page-width')} × ${tokens.get('--page-height')} by --page-width and --page-height`,
        fix: 'Say it once, on :root: --page-width and --page-height, or by the key page: in journal.yaml. Margins, lines and columns are computed from it.',
      },
    ];
  });
}

const pairs = [
  ['--text-size', '--line'],
  ['--small-size', '--line'],
  ['--sans-size', '--line'],
  ['--code-size', '--line'],
  ['--heading-size', '--line'],
  ['--label-size', '--line'],
  ['--note-size', '--note-line'],
  ['--caption-size', '--caption-line'],
  ['--pull-size', '--pull-line'],
  ['--subtitle-size', '--subtitle-line'],
  ['--title-size', '--title-line'],
  ['--display-size', '--display-line'],
] as const;

/** The browser’s pixel, in points: it sets every line on a whole one. */
const pixel = 0.75;

/** Checks sizes against their lines, and lines against the browser’s pixel. */
function checkLines({ declared, tokens, isOwn }: Measures): StyleFault[] {
  const faults: StyleFault[] = [];
  for (const [name, at] of declared) {
    if (!/^--((?!last-)[\w-]+-)?line$/.test(name) || !isOwn(stylesheetOf(at))) continue;
    const length = points(tokens.get(name)) ?? 0;
    if (Math.abs(length / pixel - Math.round(length / pixel)) < 0.002) continue;
    const near = Math.max(1, Math.round(length / pixel)) * pixel;
    faults.push({
      ...stylePlace(at),
      rule: 'style-grid',
      found: `${name} is ${shown(length, 'pt')}`,
      expected: 'a multiple of 0.75 pt',
      fix: `Take ${near}pt.`,
    });
  }
  for (const [size, line] of pairs) {
    const [high, room] = [points(tokens.get(size)), points(tokens.get(line))];
    if (high === undefined || room === undefined || high <= room) continue;
    const at =
      [size, line].map((name) => declared.get(name)).find((one) => one && isOwn(stylesheetOf(one))) ??
      declared.get(size);
    if (!at) continue;
    faults.push({
      ...stylePlace(at),
      rule: 'style-fits',
      found: `Letters of ${shown(high, 'pt')} (${size}) stand in lines of ${shown(room, 'pt')} (${line}), and overlap`,
      fix: `Set ${line} to ${Math.ceil((high * 1.2) / pixel) * pixel}pt, or ${size} to ${shown(room / 1.2, 'pt').replace(' ', '')}.`,
    });
  }
  return faults;
}
