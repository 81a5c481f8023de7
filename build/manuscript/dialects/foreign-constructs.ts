import type { Level, RuleId } from '../../diagnostics/rules.ts';
import { codeSign } from '../constructs/text/flat-text.ts';

/** A construct of another program’s Markdown that Offprint does not have, and would print as written. */
export interface ForeignConstruct {
  /** Its name. All uses with one name in an article are reported as one. */
  name: string;
  rule: RuleId;
  level?: Level;
  /** A sign that every use contains. A text without the sign is not searched. */
  sign: string;
  /**
   * Matches the construct in the text of a paragraph. Its time must not grow with the square of the text, because
   * manuscripts can be hostile.
   */
  pattern: RegExp;
  /**
   * For constructs whose signs are escaped, such as `\(…\)`, where Markdown takes `\(` for the plain sign: the number
   * of characters of the closing sign, the first of which is escaped like the first of the match.
   */
  escaped?: 1 | 2;
  /** True if a match really is the construct. */
  isMeant?(match: RegExpExecArray): boolean;
  /** True if a match is left out of the text, because readers should not see it. */
  isLeftOut?(match: RegExpExecArray): boolean;
  found(match: RegExpExecArray): string;
  fix: string | ((match: RegExpExecArray) => string);
}

const looksLikeTex = (text: string): boolean => /\\[a-z]+|[\^_=+<>]/i.test(text) || text.trim().length <= 3;
const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').replaceAll(codeSign, '`…`');
  return line.length > 44 ? `${line.slice(0, 40)}…` : line;
};

/** True if a match is a line of its own, as kramdown writes the attributes of a block. */
const isLine = ({ index, input, 0: { length } }: RegExpExecArray): boolean =>
  (index === 0 || input[index - 1] === '\n') && /^\s*$/.test(input.slice(index + length));

/** The Markdown to write instead of each LaTeX command. */
const commands: Record<string, string> = {
  textit: '*words*',
  emph: '*words*',
  textsl: '*words*',
  textbf: '**words**',
  textsc: '[words]{.smallcaps}',
  textsuperscript: '^words^',
  textsubscript: '~words~',
  texttt: '`words`',
  enquote: '"words"',
  url: '<https://…>',
  href: '[words](https://…)',
  includegraphics: '![what is to be seen](file.png "Caption")',
  section: '## Words',
  subsection: '### Words',
  subsubsection: '#### Words',
};
/** The Markdown to write instead of each environment of LaTeX. */
const environments: [names: RegExp, instead: string][] = [
  [
    /^(?:wrap|sub)?figure\*?$/,
    'Write ![what is to be seen](file.png "Caption"){#fig-x} for the picture, its caption and its \\label, and remove the rest.',
  ],
  [
    /^(?:long|wide)?table\*?$|^tabular[xy*]?$/,
    'Write | A | B |, below it |---|---|, and the rows; below the table, Table: Its caption {#tbl-x}.',
  ],
];
const placeOfContents: Omit<ForeignConstruct, 'sign' | 'pattern'> = {
  name: 'a list that is made by itself',
  rule: 'dialect-known',
  level: 'warning',
  isLeftOut: () => true,
  found: ([words]) => `A place for a table of contents, ${words}; it is left out`,
  fix: 'Remove it: contents are made of the titles and headings.',
};
const letters =
  'alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|chi|psi|omega|times|cdot|pm|leq|geq|neq|approx|infty|rightarrow|to|ldots|dots|LaTeX|TeX|textbackslash|textendash|textemdash';

/** All constructs of other dialects that occur within a line and are reported. A new one is a new row. */
export const foreignConstructs: readonly ForeignConstruct[] = [
  {
    name: 'formula between $$',
    rule: 'formula-signs',
    sign: '$$',
    pattern: /\$\$(?:[^$]+\$\$)?/g,
    found: () =>
      'A formula opened by $$ that does not end before the next empty line, or that goes on in its last line',
    fix: 'Put $$ in a line of its own above and below it, without an empty line between; write \\$$ for the mere signs.',
  },
  {
    name: 'formula between $',
    rule: 'formula-signs',
    level: 'warning',
    sign: '$',
    pattern: /(?<![\p{L}\d$])\$(?!\$)([^$\n]{1,200})\$(?!\$)/gu,
    isMeant: ([, words = '']) => /\\[a-z]+|[\^_]\{/i.test(words),
    found: ([words]) => `What looks like a formula, and is none: ${brief(words)}`,
    fix: 'Write it without a space inside either sign, and no figure behind the second: $x^2$.',
  },
  {
    name: 'formula between \\( and \\)',
    rule: 'formula-signs',
    sign: '(',
    pattern: /\(([^()]{1,400})\)/g,
    escaped: 1,
    isMeant: ([, words = '']) => looksLikeTex(words),
    found: ([words]) => `Mathematics between \\( and \\): ${brief(words)}`,
    fix: 'Write $…$ for a formula; ( for the mere sign.',
  },
  {
    name: 'formula between \\[ and \\]',
    rule: 'formula-signs',
    sign: '[',
    pattern: /\[([^[\]]{1,2000})\]/g,
    escaped: 1,
    isMeant: ([, words = '']) => /\\[a-z]+|[\^_=]/i.test(words),
    found: ([words]) => `Mathematics between \\[ and \\]: ${brief(words)}`,
    fix: 'Write $$…$$ for a formula; where it is none, no backslash before ].',
  },
  {
    // As in kramdown and other programs that remove one backslash first.
    name: 'formula between \\\\( and \\\\)',
    rule: 'formula-signs',
    sign: '\\(',
    pattern: /\\\(((?:(?!\\[()]).){1,400})\\\)/gs,
    escaped: 2,
    found: ([words]) => `Mathematics between \\\\( and \\\\): ${brief(words)}`,
    fix: 'Write $…$ for a formula; ( for the mere sign.',
  },
  {
    name: 'formula between \\\\[ and \\\\]',
    rule: 'formula-signs',
    sign: '\\[',
    pattern: /\\\[((?:(?!\\[[\]]).){1,2000})\\\]/gs,
    escaped: 2,
    found: ([words]) => `Mathematics between \\\\[ and \\\\]: ${brief(words)}`,
    fix: 'Write $$…$$ for a formula; [ for the mere sign.',
  },
  {
    name: '\\footnote',
    rule: 'dialect-known',
    sign: '\\',
    pattern: /\\(?:footnote(?:text|mark)?|endnote|thanks|sidenote|marginpar)\s*(?:\[[^\]]{0,80}\])?\{/g,
    found: ([command]) => `A note of LaTeX, ${command}…}`,
    fix: 'Write ^[its words], or [^1] and below the paragraph [^1]: its words.',
  },
  {
    name: '\\cite',
    rule: 'dialect-known',
    sign: '\\',
    pattern: /\\(?:[a-zA-Z]*cite[a-zA-Z]*)\*?(?:\[[^\]]{0,200}\]){0,2}\{[^{}]{0,400}\}/g,
    found: ([words]) => `A citation of LaTeX, ${brief(words)}`,
    fix: 'Write [@key], or [@key, p. 12].',
  },
  {
    name: 'an environment of LaTeX',
    rule: 'dialect-known',
    sign: '\\',
    pattern: /\\(?:begin|end)\{([^{}]{1,40})\}/g,
    found: ([words]) => `An environment of LaTeX, ${words}`,
    fix: ([, name = '']) =>
      /equation|align|gather|math/.test(name)
        ? 'Write the formula between $$ and $$: $$\\begin{aligned} … \\end{aligned}$$.'
        : (environments.find(([names]) => names.test(name))?.[1] ??
          'Write it as Markdown: > for a quotation, - for a list, | for a table, ![…](…) for a picture.'),
  },
  {
    name: 'a command for pages and lines',
    rule: 'dialect-known',
    level: 'warning',
    sign: '\\',
    pattern:
      /\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|listoffigures|listoftables|maketitle|noindent|indent|centering|raggedright|(?:small|med|big)skip|[hv]fill|linebreak|newline|(?:front|main|back)matter|appendix|printbibliography|(?:single|onehalf|double)spacing|(?:begin|end)group|normalsize|footnotesize|onecolumn|twocolumn|raggedbottom|sloppy|FloatBarrier|begin\{landscape\}|end\{landscape\}|(?:[vh]space\*?|label|index|bibliography|bibliographystyle|(?:this)?pagestyle|setcounter|addtocounter|(?:set|addto)length|pagenumbering|linespread|setstretch|(?:make)?markboth|markright|addcontentsline\{[^{}]{0,80}\})\{[^{}]{0,80}\}(?:\{[^{}]{0,80}\})?)(?![A-Za-z])/g,
    isLeftOut: () => true,
    found: ([words]) => `A command of LaTeX for the making of pages, ${brief(words)}; it is left out`,
    fix: 'Remove it: pages and lines are made up by the style. The id of a heading is {#sec-x} behind it.',
  },
  { ...placeOfContents, sign: '[', pattern: /\[\[?_?(?:TOC|toc)_?\]?\]/g },
  { ...placeOfContents, sign: '{', pattern: /\{:toc\}|\{%-?\s*include\s+toc(?:\.html)?\s*-?%\}|\{\{<\s*toc\s*>\}\}/g },
  {
    name: 'a command of LaTeX',
    rule: 'dialect-known',
    sign: '\\',
    pattern:
      /\\(?!begin\{|end\{|footnote|endnote|thanks|sidenote|marginpar|[a-zA-Z]*cite|label\{|index\{|[vh]space|(?:auto|page|name|[cC]|eq)?ref\{)([A-Za-z]{2,30})\*?(?:\[[^\]]{0,200}\])?\{/g,
    found: ([, name]) => `A command of LaTeX, \\${name}{…}`,
    fix: ([, name = '']) =>
      `Write it as Markdown${commands[name] ? `: ${commands[name]}` : ''}; write \\\\ for the mere sign.`,
  },
  {
    name: 'a sign of LaTeX',
    rule: 'dialect-known',
    sign: '\\',
    pattern: new RegExp(`(?<![$A-Za-z])\\\\(${letters})(?![A-Za-z{])`, 'g'),
    found: ([words]) => `A sign as LaTeX writes it, ${words}`,
    fix: 'Type the character itself, as α or …; write \\\\ for the mere backslash.',
  },
  {
    name: 'a tag of a site maker',
    rule: 'dialect-known',
    sign: '{',
    pattern: /\{\{[^{}]{0,2000}\}\}|\{%[^{}]{0,2000}%\}/g,
    found: ([words]) => `A tag of a site maker, ${brief(words)}`,
    fix: 'Write what it stands for: a picture as ![…](…), a note as ^[…], a link as […](…); write \\{ for the mere sign.',
  },
  {
    name: 'a tracked change',
    rule: 'dialect-known',
    sign: '{',
    pattern: /\{(?:\+\+|--|~~|>>|==)[^{}]{0,2000}(?:\+\+|--|~~|<<|==)\}/g,
    found: ([words]) => `A change or remark that was tracked, ${brief(words)}`,
    fix: 'Take it over or reject it; write \\{ for the mere sign.',
  },
  {
    name: 'a role',
    rule: 'dialect-known',
    sign: codeSign,
    pattern: new RegExp(`(?:\\{([a-z][\\w:+-]{0,40})\\}|:([a-z]{2,20}):)${codeSign}`, 'g'),
    found: ([words]) => `A role of MyST or reStructuredText, ${brief(words)}`,
    fix: ([, name = '']) =>
      /^cite/.test(name)
        ? 'Write @key for author and year in the sentence, [-@key] for the year alone, and an author’s name in words.'
        : 'Write it as Markdown: [words](#id), ^[a note], *words*; write \\{ for the mere sign.',
  },
  {
    name: 'marked words',
    rule: 'dialect-known',
    level: 'warning',
    sign: '==',
    pattern: /(?<!=)==(?![=\s])([^=\n]{0,400}[^=\s])==(?!=)/g,
    found: ([words]) => `Marked words, ${brief(words)}, which would be printed with their signs`,
    fix: 'Write *words* or **words**; write \\== for the mere signs.',
  },
  {
    name: 'a wiki link',
    rule: 'dialect-known',
    level: 'warning',
    sign: '[[',
    pattern: /!?\[\[(?!_?(?:TOC|toc)_?\]\])[^[\]\n]{0,200}[\p{L}\d][^[\]\n]{0,200}\]\]/gu,
    found: ([words]) => `A link of a wiki, ${brief(words)}, which would be printed with its brackets`,
    fix: 'Write [words](other-article.md#id), or ![…](file.png); write \\[[ for the mere brackets.',
  },
  {
    name: 'the name of an emoji',
    rule: 'dialect-known',
    level: 'warning',
    sign: ':',
    pattern: /(?<![\p{L}\d:]):[a-z][a-z0-9_+-]{0,40}[a-z0-9]:(?![\p{L}\d:`])/gu,
    isMeant: ({ index, input, 0: { length } }) => input[index + length] !== codeSign,
    found: ([words]) => `The name of an emoji, ${words}, which would be printed as it stands`,
    fix: 'Say it in words; write \\: for the mere sign.',
  },
  {
    name: 'an abbreviation',
    rule: 'dialect-known',
    sign: '*[',
    pattern: /(?<=^|\n)\*\[[^[\]\n]{1,60}\]:[^\n]*/g,
    found: ([words]) => `What an abbreviation stands for, ${brief(words)}, which no edition has a place for`,
    fix: 'Say it in the text or in a note, and remove the line; write \\* for the mere sign.',
  },
  {
    name: 'attributes of nothing',
    rule: 'attribute-known',
    sign: '{',
    pattern:
      /\{:?\s?(?:[#.][A-Za-z][\w:.-]*|[a-z-]{2,20}=(?:"[^"{}]{0,80}"|[^\s"{}]{1,80}))(?:\s(?:[#.][A-Za-z][\w:.-]*|[a-z-]{2,20}=(?:"[^"{}]{0,80}"|[^\s"{}]{1,80}))){0,8}\s?\}/g,
    isLeftOut: isLine,
    found: (match) =>
      isLine(match)
        ? `Attributes of a block, ${brief(match[0])}, which no block has here; they are left out`
        : `Attributes that belong to nothing, ${brief(match[0])}, and would be printed`,
    fix: 'Put them right behind [words] in brackets, a picture, a heading or a caption; write \\{ for the mere sign.',
  },
  {
    name: 'a remark of Obsidian',
    rule: 'dialect-known',
    level: 'warning',
    sign: '%%',
    pattern: /%%[^%]{1,2000}%%/g,
    found: ([words]) => `A remark between %%, ${brief(words)}, which would be printed`,
    fix: 'Write <!-- a remark -->; write \\%% for the mere signs.',
  },
  {
    name: 'a space inside quotation marks',
    rule: 'dialect-known',
    level: 'warning',
    sign: ' ',
    pattern: /(?<=^|\s)(?<!\d\s)[“”„"](?=\s\S)/g,
    found: ([words]) =>
      `A quotation mark ${words} with a space on either side, of which nobody can tell whether it opens or closes`,
    fix: 'Remove the space inside the quotation.',
  },
];
