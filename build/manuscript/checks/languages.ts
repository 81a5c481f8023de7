import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { report } from '../../diagnostics/report.ts';
import type { Article, IssueSource, Located } from '../../issue/model.ts';
import { type Languages, languageFor } from '../../languages/languages.ts';
import { isRightToLeft, rightToLeftLetter } from '../../text/language-tag.ts';
import { visit } from '../../text/visit.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { placeInFile } from './missing-letters.ts';

/**
 * Reports each language, of the journal or of an article, that cannot be set or that lacks words, quotation marks or
 * hyphenation. Without the report, English ones would be used silently.
 */
export function checkLanguages({ journal, sections }: IssueSource, terms: TermsBook): void {
  reportLanguage(journal.value.lang, journal, terms, true);
  for (const { front } of sections.flatMap(({ manuscripts }) => manuscripts))
    if (front.value.lang && front.value.lang !== journal.value.lang) reportLanguage(front.value.lang, front, terms);
}

function reportLanguage(lang: string, { file, at }: Located<unknown>, terms: TermsBook, ofJournal = false): void {
  if (isRightToLeft(lang)) {
    report(file, 'language-direction', {
      at: at('lang'),
      found: `${nameOf(lang)} is written from right to left, which this version cannot set`,
      expected: 'a language that is written from left to right',
      fix: 'Leave the piece out for now. Words and quotations in a text of another language can be set.',
    });
    return;
  }
  const lacking = lackingOf(lang, terms, ofJournal);
  if (lacking.length === 0) return;
  report(file, 'language-whole', {
    at: at('lang'),
    found: `${nameOf(lang)} has no ${listed(lacking.map(({ what }) => what))} here yet`,
    fix: lacking.map(({ instead }) => instead).join(' '),
  });
}

/** Something that a language lacks, and what is used instead. */
interface Lacking {
  what: string;
  instead: string;
}

const lackingWords = (tag: string): Lacking => ({
  what: 'words (“Keywords”, “Figure”)',
  instead: `English ones are set. Give them in templates/languages/${tag}.yaml: docs/languages.md says how.`,
});
const lackingIssueWords = (tag: string): Lacking => ({
  what: 'words for the pages of the issue itself (“Masthead”, “Volume”)',
  instead: `English ones are set. Give them in templates/languages/${tag}.yaml, under issue-words:.`,
});
const lackingMarks: Lacking = {
  what: 'quotation marks',
  instead: 'Type the right marks: straight ones become English ones.',
};
const lackingDivision: Lacking = {
  what: 'hyphenation',
  instead: 'No word is divided: in narrow columns, that makes wide gaps.',
};

function lackingOf(lang: string, { words, languages }: TermsBook, ofJournal: boolean): Lacking[] {
  const [tag = ''] = lang.split('-');
  const language = languageFor(languages, lang);
  const said = words[tag] ?? words[lang];
  return [
    ...(language?.words || said ? [] : [lackingWords(tag)]),
    ...(ofJournal && language?.words && !language['issue-words'] && !said ? [lackingIssueWords(tag)] : []),
    ...lackingInRuns(lang, languages),
  ];
}

function lackingInRuns(lang: string, languages: Languages): Lacking[] {
  const language = languageFor(languages, lang);
  return [
    ...(language?.quotes ? [] : [lackingMarks]),
    ...(language?.hyphenation && language.hyphenation.patterns !== 'none' ? [] : [lackingDivision]),
  ];
}

/** Reports each language of words in an article, `{lang=cy}`, that lacks quotation marks or hyphenation, once. */
export function reportRunLanguages({ body, notes, lang, file }: Article, languages: Languages): void {
  const seen = new Set([lang]);
  const whole = { type: 'root' as const, children: [...body.children, ...notes.flatMap((note) => note.body)] };
  visit(whole, 'element', (element) => {
    const own = element.properties.lang;
    const text = textOf(element);
    if (typeof own !== 'string' || seen.has(own) || own.startsWith('und') || !divided.test(text)) return;
    seen.add(own);
    const lacking = lackingInRuns(own, languages);
    if (lacking.length === 0) return;
    report(file, 'language-whole', {
      // Words that were told by their letters have no place of their own.
      at: element.position ?? placeInFile(file, [text], firstPlace(element)),
      found: `${nameOf(own)} has no ${listed(lacking.map(({ what }) => what))} here yet`,
      fix: lacking.map(({ instead }) => instead).join(' '),
      level: 'info',
    });
  });
}

/** The offset of the text that words were taken out of. */
function firstPlace({ children: [first] }: Element): number | undefined {
  return first?.position?.start.offset;
}

/** A letter of a script in which words are divided at the ends of lines. */
const divided = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;

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
