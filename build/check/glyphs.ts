import type { Nodes } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import { type Coverage, coverageOf } from '../faces/coverage.ts';
import { lookKey } from '../galley/galley.ts';
import type { Article, Issue, IssueFacts } from '../issue/model.ts';
import {
  type FaceHas,
  gatherMissing,
  type LocatedText,
  type MissingCharacters,
} from '../manuscript/checks/missing-letters.ts';
import type { Style } from '../styles/style.ts';
import { faceForLetters } from '../text/foreign-scripts.ts';

/**
 * Reports words of an issue with letters that none of the style’s faces has: the browser would take them from the
 * machine’s own fonts, and the result would differ between machines. Words of one script are reported once a file, at
 * the first of them.
 */
export async function checkGlyphs(issue: Issue, style: Style, cache: Cache = noCache): Promise<void> {
  const has = coverage(style);
  const check = (file: VFile, texts: LocatedText[]): boolean => {
    const all = gatherMissing(file, texts, has);
    for (const missing of all) reportMissing(file, missing, has);
    return all.length === 0;
  };
  const look = cache === noCache ? '' : lookKey(style);
  for (const article of issue.articles) {
    const key = article.key && keyOf({ article: article.key, look });
    if (key && (await cache.find(kind, key))) continue;
    if (check(article.file, textsOf(article)) && key) await cache.keep(kind, key, true);
  }
  const [journal, facts] = issue.files;
  if (journal) check(journal, stringsIn(issue.journal));
  if (facts) check(facts, stringsIn([printedOf(issue.facts), issue.phrases.theme?.text]));
}

/** Under this kind it is kept that all glyphs of an article are there. */
const kind = 'glyphs-there';

function reportMissing(file: VFile, missing: MissingCharacters, has: FaceHas): void {
  const { script, characters, apart, words, times, at, inCode } = missing;
  const shown = words.map((one) => (one.length > 60 ? `${one.slice(0, 60)}…` : one));
  const more = shown.length > 4 ? ` and ${shown.length - 4} more` : '';
  const said = `${shown.slice(0, 4).join(', ')}${more}`;
  const codes = [...characters]
    .slice(0, 4)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  const what = apart
    ? `No face of the style has these letters together with their accents: ${said} (${[...characters].slice(0, 4).join(', ')}${times > 1 ? `, ${times} times` : ''})`
    : script
      ? `These words have letters that none of the style’s faces has: ${said} (${script}${times > 1 ? `, ${times} letters` : ''})`
      : `These signs are in none of the style’s faces: ${said} (${codes.join(', ')}${characters.size > 4 ? ', …' : ''}${times > 1 ? `, ${times} times` : ''})`;
  report(file, 'glyph-present', {
    at: at ?? { line: 1, column: 1 },
    found: what,
    fix: remedyFor(missing, (one) => has(one, inCode)),
  });
}

/** The remedy: write plain letters where there are some, or add a face. */
function remedyFor({ characters, apart, inCode }: MissingCharacters, has: (character: string) => boolean): string {
  const plain = [...characters].flatMap((one) => {
    if (apart) return [];
    const letters = one.normalize('NFKC');
    return letters !== one && [...letters].every(has) ? [`“${letters.trim()}” for ${one}`] : [];
  });
  if (plain.length === characters.size) return `Write ${plain.slice(0, 4).join(', ')}.`;
  const face = faceForLetters(characters);
  const tokens = inCode ? '--code-face' : '--text-face, --head-face and --sans-face';
  const which = face
    ? `Run: offprint fonts add ${face.tag}. It names ${face.family}, ${face.megabytes} MB, in the journal’s styles`
    : `name a face that has them in an @font-face, and put its family last in ${tokens}`;
  // A face for Chinese also has the punctuation that belongs to it.
  const write = face
    ? ''
    : plain.length > 0
      ? `Write ${plain.slice(0, 4).join(', ')}; for the others, `
      : 'Write them otherwise, or ';
  return `${write}${which}: styles/README.md, “A further script”.`;
}

/** The texts of an article: its front matter as it is written, then its body, notes and descriptions. */
function textsOf(article: Article): LocatedText[] {
  const { body, notes, descriptions = [], front } = article;
  const texts = stringsIn(front);
  const children = [...body.children, ...[...notes, ...descriptions].flatMap((one) => one.body)];
  visitParents({ type: 'root', children } as Nodes, 'text', (text, parents) => {
    // Formulas are drawn, or set by the reader’s own face.
    if (parents.some((parent) => 'tagName' in parent && parent.tagName === 'math')) return;
    const inCode = parents.some((parent) => 'tagName' in parent && /^(code|kbd)$/.test(parent.tagName));
    const from = [text, ...[...parents].reverse()].find((node) => node.position)?.position?.start.offset;
    texts.push({ text: text.value, from, inCode });
  });
  return texts;
}

/** The facts of an issue without names of files, which are not printed. */
function printedOf({ contents, cover: _, ...facts }: IssueFacts): unknown {
  return [facts, contents.map(({ section }) => section)];
}

/** Every text in settings, at any depth. */
function stringsIn(value: unknown): LocatedText[] {
  if (typeof value === 'string') return [{ text: value }];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/**
 * Tests whether some face of a style has glyphs for a character, or for a letter together with its accents. Characters
 * that are not painted (spaces, joiners, direction marks) count as present. In code, only the faces count that the
 * style names for code, and a face that it names for code alone counts nowhere else.
 */
function coverage({ faces, tokens }: Style): FaceHas {
  const named = (isCode: boolean) =>
    [...tokens]
      .filter(([token]) => /-face$/.test(token) && (token === '--code-face') === isCode)
      .flatMap(([, families]) => families.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')));
  const elsewhere = new Set(named(false));
  const ofCode = new Set(named(true));
  const serves = (family: string, inCode: boolean) =>
    inCode ? ofCode.size === 0 || ofCode.has(family) : elsewhere.has(family) || !ofCode.has(family);
  const known = new Map<string, boolean>();
  return (sign, inCode) => {
    const key = `${sign}${inCode}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const has =
      /^[\p{Cc}\p{Cf}\p{Z}]$/u.test(sign) ||
      faces.some(({ family, data }) => serves(family, inCode) && hasTogether(coverageOf(data), sign));
    known.set(key, has);
    return has;
  };
}

/**
 * True if a face has a character, or a letter with accents in any of its equivalent forms: one character or several.
 */
function hasTogether(covers: Coverage, sign: string): boolean {
  if ([...sign].length === 1) return covers(sign);
  return [...sign.normalize('NFC')].every(
    (one) => covers(one) || (one !== one.normalize('NFD') && covers(one.normalize('NFD'))),
  );
}
