import { type FinishedRule, only } from './finished-rule.ts';

/**
 * The rules to which a preflight holds the finished bytes of a PDF. `after` is the rule’s source: ISO 15930-7 is
 * PDF/X-4 (its clauses by the table of contents of the edition of 2010), ISO 19005-2 PDF/A-2, ISO 14289-1 PDF/UA-1, ISO
 * 32000-1 PDF itself.
 */
export const pdfRules = {
  // The file
  'pdf-readable': {
    level: 'error',
    holds: 'A PDF is whole, and can be read in a reasonable time.',
    because: 'A file that was cut off or damaged on its way opens in one program and fails in the printer’s.',
    after: 'ISO 32000-1, 7.5',
    before: ['image-size'],
  },
  'pdf-unlocked': {
    level: 'error',
    holds: 'A PDF is not encrypted, with a password or without.',
    because: 'Printers, archives and screen readers are refused what it locks.',
    after: 'ISO 19005-2, 6.1.3; ISO 15930-7, 6.15; ISO 14289-1, 7.16',
    before: only.ours,
  },
  'pdf-header': {
    level: 'error',
    holds:
      'A PDF begins with its version, 1.0 to 1.7 (for the press to 1.6, without a claim to 2.0), and a line of bytes that are not text.',
    because: 'Mail and web servers take a file without that line for text, and change it.',
    after: 'ISO 32000-1, 7.5.2; ISO 19005-2, 6.1.2',
    before: only.ours,
  },
  'pdf-id': {
    level: 'error',
    holds: 'A PDF has an identifier.',
    because: 'A printer who gets two files of one name tells them apart by it.',
    after: 'ISO 32000-1, 14.4; ISO 19005-2, 6.1.3; ISO 15930-7, 6.10',
    before: only.ours,
  },
  'pdf-claim': {
    level: 'warning',
    holds: 'A PDF says in its metadata (XMP) what it was built to.',
    because: 'Its receiver checks it against that, and treats a file that says nothing as unchecked.',
    after: 'ISO 15930-7, 6.11; ISO 19005-2, 6.6.4; ISO 14289-1, 5',
    before: only.ours,
  },
  'pdf-info': {
    level: 'error',
    holds:
      'Title, authors, dates and whatever else a PDF says of itself is the same in its metadata (XMP) and in its older form, Info.',
    because: 'Some programs show the one, some the other.',
    after: 'ISO 32000-1, 14.3; ISO 15930-7, 6.10',
    before: ['character-allowed'],
  },
  'pdf-title': {
    level: 'error',
    holds: 'A PDF has a title in its metadata, and one for readers shows it in place of the file’s name.',
    because: 'The title is the first thing a screen reader says.',
    after: 'ISO 14289-1, 7.1; ISO 15930-7, 6.10',
    before: ['key-required'],
  },
  'pdf-output-intent': {
    level: 'error',
    holds:
      'A PDF has one output intent, with the profile of the press (CMYK) for print, with an RGB or CMYK profile for the screen, unless all its colours have profiles of their own there.',
    because: 'Without it nobody knows what its numbers look like on paper.',
    after: 'ISO 15930-7, 6.4; ISO 19005-2, 6.2.3 and 6.2.4.3; ISO 32000-1, 14.11.5',
    before: ['press-profile'],
  },
  'pdf-streams': {
    level: 'error',
    holds: 'All data of a PDF are in the file, and compressed by methods that are open to all.',
    because: 'What stands in another file is not there when it is printed.',
    after: 'ISO 19005-2, 6.1.7.1 and 6.1.7.2; ISO 15930-7, 6.7 and 6.8',
    before: only.ours,
  },
  'pdf-scripts': {
    level: 'error',
    holds: 'A PDF runs no script and starts no program, and does nothing by itself.',
    because: 'A publication does not change, and does nothing on its reader’s machine.',
    after: 'ISO 19005-2, 6.5.1 and 6.5.2; ISO 15930-7, 6.18',
    before: ['image-safe', 'html-safe'],
  },
  'pdf-attachments': {
    level: 'error',
    holds: 'A PDF has no other files in it.',
    because: 'Archives and printers refuse what they cannot check.',
    after: 'ISO 19005-2, 6.8; ISO 15930-7, 6.7',
    before: only.ours,
  },

  'pdf-valid': {
    level: 'error',
    holds: 'A PDF for readers passes veraPDF.',
    because: 'Archives and libraries check by it what is sent to them.',
    after: 'ISO 14289-1; ISO 19005-2',
    before: only.sum,
  },

  // Fonts
  'pdf-faces': {
    level: 'error',
    holds: 'The fonts of a PDF are the faces of its style.',
    because: 'Otherwise the machine’s own font steps in, another on every machine.',
    after: 'a rule of the house',
    before: ['glyph-present', 'image-letters', 'style-valid'],
  },
  'pdf-font-embedded': {
    level: 'error',
    holds: 'Every font that a PDF is painted with is in it.',
    because: 'Otherwise the printer’s machine takes another, with other widths.',
    after: 'ISO 15930-7, 6.5; ISO 19005-2, 6.2.11.4.1; ISO 14289-1, 7.21.4.1',
    before: ['style-valid'],
  },
  'pdf-font-drawn': {
    level: 'error',
    holds: 'No font is a set of drawings (Type 3).',
    because: 'It prints without hinting, and heavier than the face it stands for.',
    after: 'ISO 32000-1, 9.6.5; a rule of the house',
    before: ['image-letters', 'style-valid'],
  },
  'pdf-font-unicode': {
    level: 'error',
    holds:
      'Every glyph of a text says which characters it stands for: none of private use, and none that is no character, such as U+0000.',
    because: 'What says nothing cannot be searched, copied or heard.',
    after: 'ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2 and 6.2.11.7.3; ISO 32000-1, 9.10.2',
    before: ['glyph-present', 'character-allowed'],
  },
  'pdf-glyph': {
    level: 'error',
    holds: 'No text is painted with the glyph for what a font has not (.notdef), or with none.',
    because: 'It shows as an empty box.',
    after: 'ISO 14289-1, 7.21.8 and 7.21.4.1; ISO 19005-2, 6.2.11.8 and 6.2.11.4.1',
    before: ['glyph-present'],
  },

  // Colour and ink
  'pdf-colour': {
    level: 'error',
    holds: 'Colours without a profile belong to the device of the output intent: no RGB in print.',
    because: 'Otherwise the printer’s machine guesses what the numbers mean.',
    after: 'ISO 15930-7, 6.4; ISO 19005-2, 6.2.4.3',
    before: only.ours,
  },
  'pdf-transparency': {
    level: 'error',
    holds: 'What lets something show through is mixed in the colours of the output intent.',
    because: 'Mixed in RGB, black text near it comes out in four inks.',
    after: 'ISO 15930-7, 6.20; ISO 19005-2, 6.2.10',
    before: only.ours,
  },
  'print-text-ink': {
    level: 'error',
    holds: 'Text is painted in inks, and black text in black ink alone.',
    because: 'Small letters of several inks are blurred wherever one plate is a hair off.',
    after: 'ISO 15930-7, 6.4; a rule of every press',
    before: only.ours,
  },
  'print-ink-limit': {
    level: 'error',
    holds: 'No more ink lies at one place than the paper takes: 330 %, or what the profile says is its most.',
    because: 'It does not dry, and comes off on the next sheet.',
    after: 'ISO 12647-2, 4.3.2.3',
    before: only.inks,
  },
  'print-overprint': {
    level: 'error',
    holds: 'Nothing white is set to overprint; text in black ink alone is, where the journal does not say otherwise.',
    because:
      'White that overprints is not there. Black that knocks out has an edge of bare paper where the plates are a hair off.',
    after: 'ISO 32000-1, 8.6.7; Ghent Workgroup, GWG2015',
    before: only.ours,
  },
  'print-hairline': {
    level: 'warning',
    holds: 'No line is thinner than a quarter of a point.',
    because: 'A hairline is one dot of the machine wide: well to be seen in proof, gone in print.',
    after: 'ISO 32000-1, 8.4.3.2; a rule of every press',
    before: only.size,
  },
  'print-resolution': {
    level: 'warning',
    holds: 'A picture has 200 pixels to the inch at the size it is printed in; below 100 it is an error.',
    because: 'Fewer are seen one by one.',
    after: 'a rule of every press',
    before: only.size,
  },

  // Pages for the press
  'print-boxes': {
    level: 'error',
    holds: 'Every page says where it is cut (TrimBox), inside its bleed, inside its sheet.',
    because: 'The printer’s machine places pages by it.',
    after: 'ISO 15930-7, 6.12; ISO 32000-1, 14.11.2',
    before: only.style,
  },
  'print-trim-size': {
    level: 'warning',
    holds: 'All pages are cut to one size.',
    because: 'A page of another size was made by mistake, unless it is a cover.',
    after: 'a rule of every press',
    before: only.style,
  },
  'print-crop-box': {
    level: 'error',
    holds: 'No page has a CropBox that shows less than its sheet.',
    because: 'Some programs print what it shows and leave out bleed and marks.',
    after: 'ISO 15930-7, 6.12; a rule of the house',
    before: only.ours,
  },
  'print-trapped': {
    level: 'error',
    holds: 'A PDF for the press says whether it was trapped.',
    because: 'Trapping twice is as bad as not at all.',
    after: 'ISO 15930-7, 6.9; ISO 32000-1, 14.11.6',
    before: only.ours,
  },
  'print-static': {
    level: 'error',
    holds: 'A PDF for the press has no links, notes, forms or actions.',
    because: 'On paper they do nothing; in the printer’s programs they are a surprise.',
    after: 'ISO 15930-7, 6.17 and 6.18',
    before: only.ours,
  },

  // Tags
  'tags-present': {
    level: 'error',
    holds: 'A PDF for readers has tags, and says that they can be relied on.',
    because: 'Without tags a screen reader guesses what is a heading and what comes next.',
    after: 'ISO 14289-1, 6.2 and 7.1; ISO 19005-2, 6.7.2.2 and 6.7.3.3',
    before: only.ours,
  },
  'tags-cover': {
    level: 'error',
    holds: 'Everything painted belongs to a tag, or is marked as decoration (Artifact), and not both.',
    because: 'What belongs to neither is never read out.',
    after: 'ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2',
    before: only.ours,
  },
  'tags-tree': {
    level: 'error',
    holds: 'Pages and tags name each other: what a page gives to a tag is that tag’s, and there.',
    because: 'A reader’s program that follows a link into nothing stops reading.',
    after: 'ISO 32000-1, 14.7.4.4',
    before: only.ours,
  },
  'tags-roles': {
    level: 'error',
    holds: 'Every tag is one of the standard’s, or says which of them it stands for.',
    because: 'A screen reader knows only those.',
    after: 'ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4; ISO 32000-1, 14.7.3',
    before: only.ours,
  },
  'tags-alt': {
    level: 'error',
    holds: 'Figures and formulas say in words what is to be seen.',
    because: 'A blind reader is sent the issue too.',
    after: 'ISO 14289-1, 7.3 and 7.7',
    before: ['image-alt'],
  },
  'tags-alt-words': {
    level: 'error',
    holds: 'What a figure says is words, not the name of its file.',
    because: '“fig3.png” passes every validator and tells nobody anything.',
    after: 'ISO 14289-1, 7.3; WCAG 2.2, 1.1.1',
    before: ['image-alt'],
  },
  'tags-headings': {
    level: 'error',
    holds: 'Headings go down one level at a time.',
    because: 'Readers who listen move by them, and take a gap for something missed.',
    after: 'ISO 14289-1, 7.4.2 and 7.4.4',
    before: ['heading-level'],
  },
  'tags-tables': {
    level: 'error',
    holds:
      'Tables are made of rows of equal length, rows of cells, and every head cell says whether it heads a row or a column.',
    because: 'A number is said with its heads, or means nothing.',
    after: 'ISO 14289-1, 7.2 and 7.5',
    before: ['table-cells', 'html-closed'],
  },
  'tags-lists': {
    level: 'error',
    holds: 'Lists are made of items, and items of a label and a body.',
    because: 'A screen reader says how long a list is, and where in it one is.',
    after: 'ISO 14289-1, 7.2 and 7.6',
    before: only.ours,
  },
  'tags-notes': {
    level: 'error',
    holds: 'Every note has an identifier of its own.',
    because: 'The way from a call to its note and back goes by it.',
    after: 'ISO 14289-1, 7.9',
    before: ['note-once'],
  },
  'tags-links': {
    level: 'error',
    holds: 'Every link belongs to a tag Link, and says in words where it goes; likewise other annotations and fields.',
    because: 'A list of links is how many get around.',
    after: 'ISO 14289-1, 7.18.1, 7.18.4 and 7.18.5',
    before: ['link-target'],
  },
  'pdf-tab-order': {
    level: 'error',
    holds: 'On a page with links, the Tab key follows the tags.',
    because: 'Otherwise it jumps about the page.',
    after: 'ISO 14289-1, 7.18.3',
    before: only.ours,
  },
  'pdf-language': {
    level: 'error',
    holds: 'A PDF says what language it is in, or all its words say theirs, and tags in another language say that.',
    because: 'A screen reader chooses its voice by it.',
    after: 'ISO 14289-1, 7.2; ISO 19005-2, 6.7.4',
    before: ['value-form'],
  },

  // Finding one’s way
  'pdf-page-labels': {
    level: 'error',
    holds: 'A reader’s program shows the number that is printed on the page.',
    because: '“See p. 47” is found by it.',
    after: 'ISO 32000-1, 12.4.2; a rule of the house',
    before: only.ours,
  },
  'pdf-outline': {
    level: 'error',
    holds: 'A PDF of several articles or headings has bookmarks, and each leads to a page.',
    because: 'They are the contents one can click.',
    after: 'ISO 32000-1, 12.3.3; WCAG 2.2, technique PDF2',
    before: ['heading-text'],
  },
  'pdf-targets': {
    level: 'error',
    holds: 'A link inside a PDF leads to one of its pages.',
    because: 'A link to nowhere is worse than none.',
    after: 'ISO 32000-1, 12.3.2',
    before: ['reference-target'],
  },
} as const satisfies Record<string, FinishedRule>;

export type PdfRuleId = keyof typeof pdfRules;
