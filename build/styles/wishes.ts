import postcss, { AtRule, Declaration, Input, type Node, Root, Rule } from 'postcss';
import type { Repository } from '../disk/repository.ts';
import type { IssueSource, JournalFacts } from '../issue/model.ts';
import { bleedOf, paperOf } from '../issue/paper.ts';
import { type Family, readFamily } from './family.ts';
import { familyNames } from './family-names.ts';
import type { StyleFault, StylePlace } from './style-error.ts';

/** A token of a style that a key of journal.yaml or issue.yaml sets, and the key’s place. */
export interface Wish {
  name: string;
  value: string;
  at: StylePlace;
}

/** The changes of a style that journal.yaml and issue.yaml ask for by keys of their own. */
export interface Wishes {
  tokens: Wish[];
  faces: { role: keyof NonNullable<JournalFacts['faces']>; name: string; at: StylePlace }[];
}

/** The keys that set a style’s tokens. The issue’s accent and printer take precedence over the journal’s. */
export function wishesOf({ journal, facts }: Pick<IssueSource, 'journal' | 'facts'>): Wishes {
  type Source = {
    file: { path: string };
    at(...path: string[]): { start: { line: number; column: number } } | undefined;
  };
  const placeOf = (source: Source, ...path: string[]): StylePlace => {
    const { line = 1, column = 1 } = source.at(...path)?.start ?? {};
    return { path: source.file.path, line, column };
  };
  const inJournal = (...path: string[]) => placeOf(journal as unknown as Source, ...path);
  const inIssue = (...path: string[]) => placeOf(facts as unknown as Source, ...path);
  const tokens: Wish[] = [];
  const want = (name: string, value: string | undefined, at: StylePlace) =>
    value !== undefined && tokens.push({ name, value, at });
  const { page, columns, faces, print, accent, 'running-heads': heads, 'first-article': first } = journal.value;
  const paper = page === undefined ? undefined : paperOf(page);
  want('--page-width', paper?.width, inJournal('page'));
  want('--page-height', paper?.height, inJournal('page'));
  want('--columns', columns === undefined ? undefined : String(columns), inJournal('columns'));
  for (const [said, of] of [
    [print, inJournal],
    [facts.value.print, inIssue],
  ] as const) {
    want('--bleed', said?.bleed === undefined ? undefined : bleedOf(said.bleed), of('print', 'bleed'));
    want('--marks', said?.marks === 'both' ? 'crop cross' : said?.marks, of('print', 'marks'));
  }
  want('--accent', accent, inJournal('accent'));
  want('--accent', facts.value.accent, inIssue('accent'));
  // The pages of an issue that is not out are not final.
  want('--folio', facts.value.ahead ? '""' : undefined, inIssue('ahead'));
  for (const side of ['left', 'right'] as const) {
    want(`--running-${side}`, heads?.[side], inJournal('running-heads', side));
  }
  want('--first-begins', first === 'next' ? 'page' : first, inJournal('first-article'));
  return {
    tokens,
    faces: Object.entries(faces ?? {}).flatMap(([role, name]) =>
      name === undefined ? [] : [{ role: role as keyof typeof faces & string, name, at: inJournal('faces', role) }],
    ) as Wishes['faces'],
  };
}

/**
 * Makes a stylesheet with wishes, to be laid over the style; each of its rules has the place of the key that asks for
 * it. `token` returns the style’s own value. A typeface that is missing or cannot be used is among the faults.
 */
export async function grantWishes(
  { tokens, faces }: Wishes,
  repository: Repository,
  token: (name: string) => string | undefined,
): Promise<{ sheet: Root; faults: StyleFault[] }> {
  const sheet = new Root();
  const faults: StyleFault[] = [];
  const root = new Rule({ selector: ':root' });
  for (const { name, value, at } of tokens) root.append(placed(new Declaration({ prop: name, value }), at));
  const families = new Map<string, Family>();
  for (const { role, name, at } of faces) {
    const family = await readFamily(repository, name);
    if ('found' in family) faults.push({ ...at, rule: 'style-valid', found: family.found, fix: family.fix });
    else families.set(role, family);
  }
  const text = families.get('text');
  for (const { role, at } of faces) {
    const family = families.get(role);
    if (!family) continue;
    const helps = role === 'italic' || role === 'bold';
    const ofText = text?.name ?? firstOf(token('--text-face') ?? '');
    for (const { url, weight, italic, slice } of family.fonts) {
      if (role === 'italic' && !italic) continue;
      if (role === 'bold' && (italic || weight < 600)) continue;
      const named = helps ? nameOf(ofText, '') : nameOf(family.name, slice);
      const rule = new AtRule({ name: 'font-face', params: '' });
      const said = {
        'font-family': `"${named}"`,
        'font-weight': String(weight),
        'font-style': italic ? 'italic' : 'normal',
        src: `url("${url}")`,
      };
      for (const [prop, value] of Object.entries(said)) rule.append(placed(new Declaration({ prop, value }), at));
      sheet.append(placed(rule, at));
    }
    for (const name of helps ? [] : tokensOf(role, token, families.has('titles'))) {
      const own = family.slices.map((slice) => `"${nameOf(family.name, slice)}"`);
      root.append(placed(new Declaration({ prop: name, value: [...own, token(name)].filter(Boolean).join(', ') }), at));
    }
  }
  const at = (tokens[0] ?? faces[0])?.at;
  if (at && root.nodes.length > 0) sheet.append(placed(root, at));
  return { sheet, faults };
}

/**
 * The tokens for a face: that of the text is for titles, too, if the style sets both in one, and for languages that the
 * style has another face for.
 */
function tokensOf(role: string, token: (name: string) => string | undefined, hasTitles: boolean): string[] {
  if (role !== 'text') return [{ titles: '--head-face', sans: '--sans-face', code: '--code-face' }[role] ?? ''];
  const same = firstOf(token('--text-face') ?? '') === firstOf(token('--head-face') ?? '');
  const local = token('--local-face') === undefined ? [] : ['--local-face'];
  return ['--text-face', ...(same && !hasTitles ? ['--head-face'] : []), ...local];
}

function nameOf(family: string, slice: string): string {
  return slice === '' || slice === 'latin' ? family : `${family} ${slice}`;
}

function firstOf(families: string): string {
  return familyNames(families)[0] ?? '';
}

/** Gives a rule the place of the key that it comes from. */
function placed<T extends Node>(node: T, { path, line, column }: StylePlace): T {
  const input = new Input('', { from: `/${path}`, map: false } as postcss.ProcessOptions);
  node.source = { input, start: { line, column, offset: 0 } };
  return node;
}
