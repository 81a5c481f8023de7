import type { Measures } from './check-measures.ts';
import { lineCount, textWidthOf } from './compute-tokens.ts';
import { points, shown } from './lengths.ts';
import { type StyleFault, stylePlace, stylesheetOf } from './style-error.ts';

/** The fewest lines of a page: a heading, its text and a note need them. */
const fewestLines = 10;

/** Checks lines and margins against the height of the page, and the margins at the sides against its width. */
export function checkPage(measures: Measures): StyleFault[] {
  return [...checkHeight(measures), ...checkSides(measures)];
}

function checkHeight(measures: Measures): StyleFault[] {
  const { tokens } = measures;
  const length = (name: string) => points(tokens.get(name));
  const [height, head, line, lines] = [
    length('--page-height'),
    length('--margin-head'),
    length('--line'),
    Number(tokens.get('--lines')),
  ];
  if (height === undefined || head === undefined || !line || !(lines >= 0)) return [];
  const said = measures.declared.get('--lines')?.value.trim() !== 'auto';
  const faults: StyleFault[] = [];
  // Folios stand below the lines, and running heads above them.
  const folio = (length('--foot-gap') ?? 0) + (length('--label-size') ?? 0);
  const runningHead = (length('--head-gap') ?? 0) + (length('--label-size') ?? 0);
  const most = Math.max(0, Math.floor((height - head - folio) / line + 0.001));
  const needed = head + lines * line;
  const of = said
    ? ['--lines', '--line', '--page-height', '--margin-head']
    : ['--margin-foot', '--page-height', '--line', '--margin-head'];
  const sum = `${lines} lines of ${shown(line, 'pt')} below a margin of ${shown(head)} need ${shown(needed)}`;
  const tall = shown(height);
  const auto = lineCount(tokens);
  const remedy = said
    ? `Set --lines to ${Math.min(most, auto ?? most)}, or to auto: then it is computed from the page and its margins.`
    : 'Make the page higher, or --margin-head, --margin-foot or --line smaller.';
  const at = tokenPlace(measures, of);
  if (needed > height + 0.5)
    faults.push({ ...at, rule: 'style-fits', found: `${sum}; the page has ${tall}`, fix: remedy });
  else if (needed + folio > height + 0.5)
    faults.push({
      ...at,
      rule: 'style-fits',
      found: `${sum}, which leaves ${shown(height - needed)} of the page’s ${tall} for its number`,
      expected: `${shown(folio)} at least, for --foot-gap and the number`,
      fix: remedy,
    });
  if (lines < fewestLines)
    faults.push({
      ...at,
      rule: 'style-fits',
      found: `A page of ${tall} has ${lines} lines of ${shown(line, 'pt')} between its margins`,
      expected: `${fewestLines} lines at least`,
      fix: 'Make the page higher, or --margin-head, --margin-foot or --line smaller.',
    });
  if (runningHead > head + 0.5)
    faults.push({
      ...tokenPlace(measures, ['--margin-head', '--head-gap', '--label-size']),
      rule: 'style-fits',
      found: `The running head needs ${shown(runningHead)} above the text; --margin-head is ${shown(head)}`,
      fix: `Set --margin-head to ${shown(runningHead + 6).replace(' ', '')} or more, or --head-gap smaller.`,
    });
  return faults;
}

function checkSides(measures: Measures): StyleFault[] {
  const { tokens } = measures;
  const width = textWidthOf(tokens);
  if (width === undefined) return [];
  const hang = points(tokens.get('--hang-room')) ?? 0;
  const narrow = ['--margin-inner', '--margin-outer'].flatMap((name): StyleFault[] =>
    (points(tokens.get(name)) ?? 0) + 0.01 >= hang
      ? []
      : [
          {
            ...tokenPlace(measures, [name]),
            rule: 'style-fits',
            found: `${name} is ${tokens.get(name)}; punctuation that hangs in the margin needs ${shown(hang)}`,
            fix: `Set ${name} to ${shown(hang).replace(' ', '')} or more, or --hang-room smaller.`,
          },
        ],
  );
  if (width > 0) return narrow;
  return [
    ...narrow,
    {
      ...tokenPlace(measures, ['--page-width', '--margin-inner', '--margin-outer']),
      rule: 'style-fits',
      found: `Margins of ${tokens.get('--margin-inner')} and ${tokens.get('--margin-outer')} leave no room on a page that is ${tokens.get('--page-width')} wide`,
      fix: 'Make the page wider, or the margins smaller.',
    },
  ];
}

/**
 * The place of the first of some tokens that the journal declares itself, else of the first that is declared at all.
 */
function tokenPlace(
  { declared, isOwn }: Measures,
  names: readonly string[],
): { path: string; line: number; column: number } {
  const found = names.flatMap((name) => declared.get(name) ?? []);
  const at = found.find((one) => isOwn(stylesheetOf(one))) ?? found[0];
  return at ? stylePlace(at) : { path: '', line: 1, column: 1 };
}
