import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { coverageOf } from '../fonts/coverage.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';

/**
 * Reports characters of an issue that none of the style’s faces has: the browser would take them from the machine’s own fonts, and set
 * something else on the next machine. Each character is told once a file, at its first place.
 */
export function checkGlyphs(issue: Issue, style: Style): void {
  const has = coverage(style);
  const names = [...new Set(style.faces.map(({ family }) => family))].join(', ');
  for (const article of issue.articles) {
    const told = new Set<string>();
    const { title, subtitle, abstract, translations, bios } = article;
    const phrases = [title, subtitle, ...abstract, ...bios, ...translations.flatMap((t) => [t.title, ...t.abstract])];
    for (const phrase of phrases) if (phrase) tell(phrase.text, undefined, article.file, told);
    visitParents(
      {
        type: 'root',
        children: [
          ...article.body.children,
          ...[...article.notes, ...(article.descriptions ?? [])].flatMap(({ body }) => body),
        ],
      },
      'text',
      (text, parents) => {
        const inCode = parents.some((parent) => 'tagName' in parent && parent.tagName === 'code');
        tell(text.value, text, article.file, told, inCode);
      },
    );
  }
  const settings = issue.files[1];
  if (settings) tell(JSON.stringify([issue.journal, issue.facts]), undefined, settings, new Set());

  function tell(text: string, at: { type: 'text' } | undefined, file: VFile, told: Set<string>, inCode = false): void {
    for (const character of new Set(text)) {
      if (has(character, inCode) || told.has(character)) continue;
      told.add(character);
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report(file, 'glyph-present', {
        at,
        found: `The character “${character}” (U+${code}) is in none of the style’s faces`,
        expected: `a character of ${names}`,
        fix: 'Write it otherwise, or name a face that has it in the style’s faces.css.',
      });
    }
  }
}

/**
 * Whether some face of a style has a glyph for a character; what is not painted (spaces, joiners, direction marks) counts as had. A face that the style names for code alone
 * counts in code alone.
 */
function coverage({ faces, tokens }: Style): (character: string, inCode: boolean) => boolean {
  const named = (isCode: boolean) =>
    [...tokens]
      .filter(([token]) => /-face$/.test(token) && (token === '--code-face') === isCode)
      .flatMap(([, families]) => families.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')));
  const elsewhere = new Set(named(false));
  const forCode = new Set(named(true).filter((family) => !elsewhere.has(family)));
  const known = new Map<string, boolean>();
  return (character, inCode) => {
    const key = `${character}${inCode}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const has =
      /[\p{Cc}\p{Cf}\p{Z}]/u.test(character) ||
      faces.some(({ family, data }) => (inCode || !forCode.has(family)) && coverageOf(data)(character));
    known.set(key, has);
    return has;
  };
}
