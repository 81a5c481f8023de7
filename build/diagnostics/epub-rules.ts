import { type FinishedRule, only } from './finished-rule.ts';

/** The rules for a finished EPUB, besides those of the validators. */
export const epubRules = {
  'epub-readable': {
    level: 'error',
    holds:
      'An EPUB is a whole archive, its package and documents are well-formed XML, and it names nothing outside itself.',
    because:
      'Readers refuse one that is not, or show nothing of what follows the fault; one that leads out of itself spies, or does harm.',
    before: ['character-allowed', 'template-valid'],
  },
  'epub-valid': {
    level: 'error',
    holds: 'The EPUB passes EPUBCheck.',
    because: 'Shops and libraries refuse one that does not.',
    before: only.sum,
  },
  'epub-accessible': {
    level: 'error',
    holds: 'The EPUB passes Ace, the accessibility checker by DAISY.',
    because: 'Libraries for blind readers check with it, and in the EU shops may sell no e-book that fails.',
    before: only.sum,
  },
  'epub-html': {
    level: 'error',
    holds: 'Elements and attributes are HTML’s, and nest as it allows.',
    because: 'Each reader repairs what does not nest in its own way, and some lose text by it.',
    before: ['html-allowed', 'html-closed', 'template-valid'],
  },
  'epub-roles': {
    level: 'error',
    holds: 'Roles and epub:types are ones that exist, and say the same.',
    because: 'Notes pop up, and screen readers tell what stands where, by these names alone.',
    before: only.templates,
  },
  'epub-languages': {
    level: 'error',
    holds: 'Every document and foreign run says its language, by a tag that exists, alike in lang and xml:lang.',
    because: 'A voice that reads Cyrillic by English rules spells it out letter by letter.',
    before: ['value-form'],
  },
  'epub-alternatives': {
    level: 'error',
    holds: 'Every picture says in words what is to be seen, or that it is decoration.',
    because: 'A blind reader is told the file’s name otherwise.',
    before: ['image-alt'],
  },
  'epub-pictures': {
    level: 'warning',
    holds: 'No picture of an EPUB has more than 5.6 million pixels.',
    because:
      'Apple Books refuses more, and small readers take long over it. JPEGs in RGB and PNGs are made smaller by the build.',
    before: ['image-size'],
  },
  'epub-headings': {
    level: 'error',
    holds: 'A document has one heading of the first level, and no level is left out.',
    because: 'Who listens moves by heading, and takes a gap for a part that is missing.',
    before: ['heading-level', 'heading-text'],
  },
  'epub-ids': {
    level: 'warning',
    holds: 'An id stands once in its document, and is the target of something or the author’s own.',
    because: 'An id that nothing leads to is left over from a link that was lost.',
    before: ['id-once', 'id-form'],
  },
  'epub-classes': {
    level: 'warning',
    holds: 'Every class in a document is in the stylesheet.',
    because: 'A class that is not is misspelt, or its rule was lost.',
    before: ['attribute-known'],
  },
  'epub-notes': {
    level: 'error',
    holds: 'Each call leads to its note, each note back to all its calls, and both by its number.',
    because: 'A note that leads back to another place loses the reader’s.',
    before: ['note-defined', 'note-called', 'note-once'],
  },
  'epub-contents': {
    level: 'error',
    holds: 'The table of contents, that for older readers, and the headings have the same words in the same order.',
    because: 'A reader who cannot see the page finds the way by it.',
    before: ['heading-text'],
  },
  'epub-order': {
    level: 'error',
    holds: 'The NCX counts its targets in the order they are read in, from 1 and without gaps, and no page twice.',
    because: 'Older readers step from one to the next by these numbers.',
    before: only.ours,
  },
  'epub-page-list': {
    level: 'error',
    holds: 'Every mark of a printed page is named by its folio and listed, and every entry leads to its mark.',
    because: 'A citation of the printed page is found by the list.',
    before: only.ours,
  },
  'epub-metadata': {
    level: 'error',
    holds: 'The package says of the book what is in it: its pictures, its pages, its people as they are sorted.',
    because: 'Catalogues and shops tell readers by this alone whether they can use the book.',
    before: ['key-required', 'value-form'],
  },
  'epub-pages': {
    level: 'warning',
    holds: 'Every page of the print edition that has text begins somewhere in the EPUB.',
    because: 'Who reads the e-book has to find the page that somebody cites.',
    before: only.pages,
  },
} as const satisfies Record<string, FinishedRule>;
