import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Cache } from '../../../cache/cache.ts';
import { type Place, report } from '../../../diagnostics/report.ts';
import type { FormulaFault, SetFormula, WrittenFormula } from '../../../formulas/formula.ts';
import { isFault } from '../../../formulas/formula.ts';
import { knownFormula, setFormulas } from '../../../formulas/set-formulas.ts';
import { pointAt } from '../../../text/point-at.ts';
import { visit } from '../../../text/visit.ts';
import type { DisplayedFormula, Formula } from '../../tree.ts';
import { type Commands, commandsOfFront, definitionsFor, definitionsIn } from './commands.ts';
import { formulaEnd } from './scan.ts';

declare module 'vfile' {
  interface DataMap {
    /** The commands that the formulas of an article may use, in its titles and notes, too. */
    formulaCommands: Commands;
  }
}

type AnyFormula = Formula | DisplayedFormula;

/** Makes the commands of an article’s front matter, `\R: \mathbb{R}`, known to all formulas of its file. */
export function knowCommands(written: Readonly<Record<string, string>> | undefined, file: VFile): void {
  file.data.formulaCommands = commandsOfFront(written ?? {});
}

/**
 * Sets all formulas of a tree in type, which then have it in their data, and reports those that cannot be set. Commands
 * that the tree defines are known to all formulas of the file from then on.
 */
export async function setFormulasIn(tree: Root, file: VFile, lang: string, cache: Cache): Promise<void> {
  const nodes: AnyFormula[] = [];
  const known = new Map(commandsOf(file));
  visit(tree, ['formula', 'displayedFormula'], (node) => {
    const formula = node as AnyFormula;
    if (formula.type === 'displayedFormula' && formula.defines)
      for (const [name, tex] of definitionsIn(formula.value) ?? []) known.set(name, tex);
    else nodes.push(formula);
  });
  file.data.formulaCommands = known;
  if (nodes.length === 0) return;
  const before = nodes.map(({ value }) => definitionsFor(value, known));
  const made = await setFormulas(
    nodes.map((node, i) => writtenOf(node, lang, before[i])),
    cache,
  );
  for (const [i, node] of nodes.entries())
    take(node, afterDefinitions(made[i] as SetFormula | FormulaFault, before[i] ?? ''), file);
}

function commandsOf(file: VFile): Commands {
  return file.data.formulaCommands ?? new Map();
}

/** What was made of a formula with definitions before it; the place of a fault is one in the formula alone. */
function afterDefinitions(made: SetFormula | FormulaFault, before: string): SetFormula | FormulaFault {
  if (!isFault(made) || made.at === undefined || before === '') return made;
  const at = made.at - before.length;
  return at < 0 ? { fault: made.fault } : { ...made, at };
}

/**
 * Sets the formulas of all texts in a value of front matter or settings, so that `takeFormulas` finds them. `file` is
 * the one whose commands they may use; there are none without it.
 */
export async function setFormulasOf(value: unknown, lang: string, cache: Cache, file?: VFile): Promise<void> {
  const commands = file && commandsOf(file);
  const formulas: WrittenFormula[] = [];
  const walk = (one: unknown): void => {
    if (typeof one === 'string') formulas.push(...formulasIn(one, lang, commands));
    else if (one && typeof one === 'object') for (const inner of Object.values(one)) walk(inner);
  };
  walk(value);
  if (formulas.length > 0) await setFormulas(formulas, cache);
}

function formulasIn(text: string, lang: string, commands: Commands = new Map()): WrittenFormula[] {
  const formulas: WrittenFormula[] = [];
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    const end = formulaEnd(text, at);
    if (end === undefined) continue;
    const value = text
      .slice(at, end)
      .replace(/^\$+|\$+$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    formulas.push(writtenOf({ type: 'formula', value }, lang, definitionsFor(value, commands)));
    at = end - 1;
  }
  return formulas;
}

/** Gives the formulas of a phrase what was made of them before (`setFormulasOf`). */
export function takeFormulas(tree: Nodes, file: VFile, lang: string): void {
  visit(tree, 'formula', (node) => {
    const before = definitionsFor(node.value, commandsOf(file));
    const made = knownFormula(writtenOf(node, lang, before));
    take(node, made ? afterDefinitions(made, before) : { fault: 'No formula can be set here' }, file);
  });
}

function writtenOf({ type, value }: AnyFormula, lang: string, before = ''): WrittenFormula {
  return { tex: before + value, isDisplayed: type === 'displayedFormula', lang: lang.split('-')[0] ?? lang };
}

function take(node: AnyFormula, made: SetFormula | FormulaFault, file: VFile): void {
  if (isFault(made)) {
    reportFault(node, made, file);
    return;
  }
  node.data = { ...node.data, made };
  if (colour.test(node.value))
    report(file, 'formula-readable', {
      at: node.position,
      level: 'warning',
      found: `The formula ${brief(node.value)} has colours, which are left out`,
      fix: 'Remove them: formulas are black in print, and no listener hears a colour.',
      alike: 'formula: colours',
    });
  if (!made.lacking) return;
  report(file, 'formula-letters', {
    at: node.position,
    found: `In the formula ${brief(node.value)} the face for formulas has no ${[...made.lacking].join(' ')}`,
    fix: 'Write it with other signs, or as words beside the formula.',
  });
}

const colour = /\\(?:(?:text)?color|f?colorbox)(?![A-Za-z])/;

function reportFault(node: AnyFormula, { fault, at }: FormulaFault, file: VFile): void {
  const unknown = /^Undefined control sequence (\\\S+)/.exec(fault)?.[1];
  const environment = /^Unknown environment '(.*)'/.exec(fault)?.[1];
  const what = unknown ?? environment;
  report(file, 'formula-readable', {
    at: placeIn(node, unknown && at !== undefined ? at - unknown.length : at, file) ?? node.position,
    found: what
      ? `In the formula ${brief(node.value)} the ${unknown ? 'command' : 'environment'} ${what} is not known`
      : `The formula ${brief(node.value)} cannot be read: ${fault}`,
    expected: what ? 'TeX, with what amsmath, mathtools and mhchem add' : 'TeX',
    fix: what
      ? 'Write it with other commands, or define it: \\newcommand{\\x}[1]{…} in lines of their own at the head of the text, or math: in the front matter.'
      : 'Look at what stands there and before it; for a mere dollar sign write \\$.',
    alike: what ? `formula: ${what}` : `formula: ${fault}`,
  });
}

function brief(tex: string): string {
  const line = tex.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 56)}…` : line;
}

/** The place of a character of a formula’s TeX; undefined if the formula is not in the source as it was read. */
function placeIn({ value, position }: AnyFormula, at: number | undefined, file: VFile): Place | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (at === undefined || from === undefined || to === undefined) return undefined;
  const raw = String(file).slice(from, to);
  // Between both are the signs, and the marks of quotations and lists around it.
  let index = /^(?:\$+|\\{1,2}[([]|[`~]+.*\n)/.exec(raw)?.[0].length ?? 0;
  for (let i = 0; i <= at; i++, index++) {
    if (i === 0 || /\s/.test(value[i - 1] ?? ''))
      while (raw[index] !== value[i] && /[\s>]/.test(raw[index] ?? '')) index++;
    if (value[i] !== undefined && raw[index] !== value[i] && !/\s/.test(raw[index] ?? '')) return undefined;
  }
  const { line, column } = pointAt(String(file), from + index - 1);
  return { line, column };
}
