import type { Rule } from './rules.ts';

/** The rules for the import of an author’s file. Each is a doubt with a confidence, at a place of that file. */
export const importRules = {
  // What the file is
  'import-file': {
    level: 'error',
    holds: 'A file to import is whole, and of a kind that can be read.',
    because: 'Of a broken file, nobody knows what is lost.',
  },
  'import-words': {
    level: 'error',
    holds: 'An imported manuscript has the words of the author’s file, except for reported changes.',
    because: 'Nobody compares a manuscript with its file word by word.',
  },
  'import-changes': {
    level: 'error',
    holds: 'Tracked changes are accepted or rejected before a file is imported, or by the import on request.',
    because: 'Which of both texts the author meant, only the author knows.',
  },
  'import-comment': {
    level: 'warning',
    holds: 'Comments are answered before a manuscript is published.',
    because: 'They are questions between author and editor, and not part of the text.',
  },
  'import-conflict': {
    level: 'warning',
    holds: 'What author and editor both changed is decided by the editor.',
    because: 'Whichever is taken without asking, somebody’s work is lost.',
  },

  // What a block is
  'import-heading': {
    level: 'info',
    holds: 'Headings are headings by their style.',
    because: 'What only looks like one is taken for one by its form, and may be none.',
  },
  'import-title': {
    level: 'info',
    holds: 'Title, authors and abstract are said by style or by a label.',
    because: 'Otherwise they are found by their place, which may deceive.',
  },
  'import-caption': {
    level: 'info',
    holds: 'A caption stands at its figure or table.',
    because: 'It is paired by its number or its place, which may deceive.',
  },
  'import-quotation': {
    level: 'info',
    holds: 'Block quotations are ones by their style.',
    because: 'What is only indented may be a list, verse or a reference.',
  },
  'import-entry': {
    level: 'info',
    holds: 'The entries of a bibliography stand below its heading, each in its paragraph.',
    because: 'They are set with hanging indents, and nothing else is.',
  },
  'import-joined': {
    level: 'info',
    holds: 'A paragraph is whole.',
    because: 'What a page’s end cut in two is joined again, and may have been two.',
  },
  'import-note': {
    level: 'warning',
    holds: 'Every note is called once, and every call has its note.',
    because: 'Recognized text loses and doubles figures; a note without a call is at no place.',
  },
  'import-pull-quote': {
    level: 'info',
    holds: 'A pull quote repeats words of its article.',
    because: 'Words that stand out and are nowhere in the text may be a heading, or part of the text.',
  },
  'import-page-line': {
    level: 'info',
    holds: 'Running heads and page numbers do not belong to the text.',
    because: 'They are left out where they are recognized; a line of the text that looks like one must not be.',
  },
  'import-list': {
    level: 'info',
    holds: 'Lists are lists, and not typed by hand.',
    because: 'A number typed by hand is part of the words, and may be none of a list.',
  },
  'import-language': {
    level: 'info',
    holds: 'The language that a file says of its words is that of their script.',
    because: 'Programs say the machine’s language of whatever is typed.',
  },

  // What cannot be carried over as it is
  'import-equation': {
    level: 'warning',
    holds: 'A formula is what its author wrote.',
    because: 'What was made of it may mean something else, and has to be looked at.',
  },
  'import-table': {
    level: 'info',
    holds: 'A table is a table, with a head.',
    because: 'Tables of one cell are boxes, and a row that nobody marked as head is read as one of data.',
  },
  'import-picture': {
    level: 'warning',
    holds: 'Pictures are there, of a kind that can be set, and described.',
    because: 'A picture that is missing, or in a form of old office programs, is not shown.',
  },
  'import-sign': {
    level: 'warning',
    holds: 'Signs are characters of Unicode.',
    because: 'A sign of a symbol font or of a private area is another one, or none, in any other face.',
  },
  'import-field': {
    level: 'info',
    holds: 'References and numbers that a program keeps are ours afterwards.',
    because: 'A number that is only typed is wrong after the next change.',
  },
  'import-citation': {
    level: 'info',
    holds: 'Citations of a reference manager lead to their works.',
    because: 'What its program wrote beside the words may be out of date.',
  },
  'import-box': {
    level: 'info',
    holds: 'Text boxes have a place in the text.',
    because: 'A box floats on its page, and is read where it is anchored.',
  },
  'import-instruction': {
    level: 'warning',
    holds: 'Instructions to the typesetter are done, and taken out.',
    because: 'They would be printed.',
  },

  // What looks wrong in the author's text
  'import-marks': {
    level: 'info',
    holds: 'Quotation marks and brackets come in pairs.',
    because: 'One that is missing was forgotten, or not recognized.',
  },
  'import-script': {
    level: 'info',
    holds: 'A word is in one script.',
    because: 'A Cyrillic letter in a Latin word looks right and is found by no search.',
  },
  'import-date': {
    level: 'info',
    holds: 'Dates of access are not later than the text, and of the same time.',
    because: 'A year out of line is mistyped, most often.',
  },
  'import-ibid': {
    level: 'info',
    holds: '“Ibid.” stands after a note with one work.',
    because: 'A note that was put in before it, or that names several works or none, makes it mean something else.',
  },
  'import-link': {
    level: 'info',
    holds: 'An address that is shown is the one that its link leads to.',
    because: 'Word keeps the old target when the words are changed.',
  },
} as const satisfies Record<string, Rule>;
