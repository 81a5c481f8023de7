import { toString as textOf } from 'hast-util-to-string';
import { report } from '../../diagnostics/report.ts';
import type { Article, IssueSource, Located } from '../../issue/model.ts';
import { hyphenationOf } from '../../text/hyphenation.ts';
import { isRightToLeft, rightToLeftLetter } from '../../text/language-tag.ts';
import { visit } from '../../text/visit.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { hasMarks } from '../../typography/quote-marks.ts';
import { placeInFile } from './missing-letters.ts';

/**
 * Reports each language, of the journal or of an article, that cannot be set or that lacks words, quotation marks or
 * hyphenation. Without the report, English ones would be used silently.
 */
export function checkLanguages({ journal, sections }: IssueSource, terms: TermsBook): void {
  reportLanguage(journal.value.lang, journal, terms);
  for (const { front } of sections.flatMap(({ manuscripts }) => manuscripts))
    if (front.value.lang && front.value.lang !== journal.value.lang) reportLanguage(front.value.lang, front, terms);
}

function reportLanguage(lang: string, { file, at }: Located<unknown>, terms: TermsBook): void {
  if (isRightToLeft(lang)) {
    report(file, 'language-direction', {
      at: at('lang'),
      found: `${nameOf(lang)} is written from right to left, which this version cannot set`,
      expected: 'a language that is written from left to right',
      fix: 'Leave the piece out for now. Words and quotations in a text of another language can be set.',
    });
    return;
  }
  const lacking = lackingOf(lang, terms);
  if (lacking.length === 0) return;
  report(file, 'language-whole', {
    at: at('lang'),
    found: `${nameOf(lang)} has no ${listed(lacking)} here yet`,
    fix: `${remedies(lang, lacking).join(' ')} Known whole: en, en-GB, uk, ru, de, fr.`,
  });
}

const words = 'words of the house (“Keywords”, “Figure”)';
const marks = 'quotation marks';
const division = 'hyphenation';

function lackingOf(lang: string, terms: TermsBook): string[] {
  const [language = ''] = lang.split('-');
  return [
    ...(terms[language] || terms[lang] ? [] : [words]),
    ...(hasMarks(lang) ? [] : [marks]),
    ...(hyphenationOf(lang) ? [] : [division]),
  ];
}

function remedies(lang: string, lacking: readonly string[]): string[] {
  return [
    ...(lacking.includes(words)
      ? [`The words can be given in templates/terms.yaml, under ${lang.split('-')[0]}:.`]
      : []),
    ...(lacking.includes(marks) ? ['Type the right marks: straight ones become English ones.'] : []),
    ...(lacking.includes(division) ? ['No word is divided: in narrow columns, that makes wide gaps.'] : []),
  ];
}

function listed(things: readonly string[]): string {
  return things.length < 2 ? (things[0] ?? '') : `${things.slice(0, -1).join(', no ')} and no ${things.at(-1)}`;
}

/** The English name of a language with its tag: `Polish (pl)`. */
function nameOf(lang: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  return name === lang ? lang : `${name} (${lang})`;
}

/**
 * Reports words of an article that are written from right to left, because their neighbours may come out on the wrong
 * side.
 */
export function reportRightToLeft({ body, notes, file }: Article): void {
  const whole = { type: 'root' as const, children: [...body.children, ...notes.flatMap((note) => note.body)] };
  visit(whole, 'element', (element) => {
    if (!blocks.has(element.tagName)) return;
    const text = textOf(element);
    const at = rightToLeftLetter.exec(text)?.index;
    if (at === undefined) return;
    const word = /^[\p{L}\p{M}]+/u.exec(text.slice(at))?.[0] ?? '';
    report(file, 'language-direction', {
      at: placeInFile(file, [word], element.position?.start.offset),
      found: `“${word}” is written from right to left, and gets no direction of its own yet`,
      fix: 'Look at it in the PDF: numbers, brackets and full stops within and beside such words may stand on the wrong side.',
      level: 'warning',
      alike: 'right to left',
    });
    return 'skip';
  });
}

const blocks = new Set(['p', 'td', 'th', 'figcaption', 'caption', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt', 'li']);
