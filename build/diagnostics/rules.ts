import { epubRules } from './epub-rules.ts';
import { importRules } from './import-rules.ts';
import { jatsRules } from './jats-rules.ts';
import { pdfRules } from './pdf-rules.ts';
import { webRules } from './web-rules.ts';

/** error: the build stops. warning: it goes on, unless `--strict`. info: said once, worth a look. */
export type Level = 'error' | 'warning' | 'info';

export interface Rule {
  level: Level;
  /** The rule, as it should hold. */
  holds: string;
  /** Why it should. */
  because: string;
  /** The clause of a standard that asks for it. */
  after?: string;
}

/** The rules for the input of a build and for what it makes on the way. Keep them sorted by room, then by name. */
const sourceRules = {
  // Files
  'file-exists': {
    level: 'error',
    holds: 'A file that is named exists.',
    because: 'An issue with a piece missing is not the issue.',
  },
  'file-inside': {
    level: 'error',
    holds: 'A path stays inside the repository.',
    because: 'A manuscript comes from a third party: it may not publish what else is on the machine.',
  },
  'file-text': {
    level: 'error',
    holds: 'Manuscripts and settings are text in UTF-8.',
    because: 'A Word file or picture that was renamed cannot be read as Markdown, and a wrong encoding loses letters.',
  },
  'file-size': {
    level: 'error',
    holds:
      'A manuscript has at most 4 MB, 50,000 lines and 300,000 marks, and no line of more than 100,000 characters.',
    because: 'Something longer is data that was pasted by accident, and would stall the build.',
  },
  'file-nesting': {
    level: 'error',
    holds: 'Blocks, brackets and emphasis nest at most 100 deep.',
    because: 'No text needs more, and a file that does is broken or hostile.',
  },
  'file-simple': {
    level: 'error',
    holds: 'A text can be read in some seconds of a processor’s work.',
    because: 'Brackets and asterisks by the thousand keep a parser busy for hours, and no author writes them.',
  },
  'character-allowed': {
    level: 'error',
    holds: 'No control characters in a text, and no marks that force the direction of letters.',
    because:
      'XML, which every edition is made of, has no place for the former; the latter turn words around for readers who copy or listen.',
  },
  'character-hidden': {
    level: 'warning',
    holds: 'No invisible characters in a text.',
    because: 'A soft hyphen or a space without width parts a word for every search, and nobody sees why.',
  },

  // Deposits
  'deposit-complete': {
    level: 'error',
    holds: 'What a recipient asks for is given.',
    because: 'An index or archive refuses data without it, days after they were sent.',
  },
  'deposit-full': {
    level: 'warning',
    holds: 'A recipient is told what it would like to know.',
    because: 'What it is not told, its readers do not find.',
  },
  'site-address': {
    level: 'error',
    holds: 'An earlier address leads to one page, and is not that of another.',
    because: 'A reader who follows a citation to it comes to the wrong article.',
  },
  'site-known': {
    level: 'warning',
    holds: 'The journal says where its site stands.',
    because: 'Search engines, harvesters and readers of feeds take whole addresses only.',
  },
  'editions-agree': {
    level: 'error',
    holds: 'All editions say the same of an article: title, authors, pages, DOI, licence, abstract.',
    because: 'An index that says otherwise than the page is believed by those who never see the page.',
  },
  'pages-frozen': {
    level: 'error',
    holds: 'The pages of a published issue stay as they were.',
    because: 'Readers cite them, and the words are no longer where they say.',
  },

  // Settings and front matter
  'yaml-syntax': {
    level: 'error',
    holds: 'YAML is well-formed, and no key stands twice.',
    because: 'Otherwise the values after the fault are guesses.',
  },
  'key-known': {
    level: 'error',
    holds: 'Every key is one that Offprint knows.',
    because: 'A misspelt key would be dropped silently.',
  },
  'key-required': {
    level: 'error',
    holds: 'Required facts are given.',
    because: 'No edition can be made, or found by a library, without them.',
  },
  'value-form': {
    level: 'error',
    holds: 'A value has the form its key asks for.',
    because: 'Editions, indexes and readers’ programs rely on the form.',
  },
  'identifier-check': {
    level: 'error',
    holds: 'ISSN, ORCID and ROR have the right check digit.',
    because: 'One wrong digit deposits the work under another person’s name.',
  },
  'front-matter': {
    level: 'error',
    holds: 'A manuscript opens with front matter between two lines of three hyphens.',
    because: 'Title and authors stand there.',
  },
  'article-listed': {
    level: 'warning',
    holds: 'Every manuscript in an issue’s folder is listed in its issue.yaml.',
    because: 'A piece that was forgotten in the contents is not published.',
  },
  'article-once': {
    level: 'error',
    holds: 'A manuscript is listed once in an issue.',
    because: 'Two articles cannot have one name.',
  },
  'article-text': {
    level: 'error',
    holds: 'An article has text.',
    because: 'An empty article is a file saved too early.',
  },
  'style-exists': {
    level: 'error',
    holds: 'The journal’s style is a folder or a file in styles/.',
    because: 'Nothing can be set without it.',
  },

  // Manuscripts
  'note-defined': {
    level: 'error',
    holds: 'Every call has its note.',
    because: 'A call without a note sends the reader nowhere.',
  },
  'note-called': {
    level: 'error',
    holds: 'Every note is called.',
    because: 'A note without a call would be lost in every edition.',
  },
  'note-once': {
    level: 'error',
    holds: 'A note is defined once.',
    because: 'Of two notes under one label, one would be lost.',
  },
  'note-nested': {
    level: 'error',
    holds: 'A note does not call itself, directly or through other notes.',
    because: 'Such a circle has no order.',
  },
  'note-closed': {
    level: 'error',
    holds: 'A note in place, ^[…], is closed in its paragraph.',
    because: 'Otherwise the rest of the paragraph would go into the note.',
  },
  'note-text': {
    level: 'error',
    holds: 'A note has words.',
    because: 'An empty note is a place kept for something that was never written.',
  },
  'note-by-hand': {
    level: 'warning',
    holds: 'Notes are written as notes, [^1], not as numbers by hand.',
    because: 'A number by itself goes to no note: it stands in the line, and its words stand at the end of the text.',
  },
  'reference-target': {
    level: 'error',
    holds: 'A cross-reference points to something that is there.',
    because: 'A link to nowhere is worse than none.',
  },
  'id-once': {
    level: 'error',
    holds: 'An id stands once in an article.',
    because: 'A reference to it would have two targets.',
  },
  'id-form': {
    level: 'error',
    holds: 'An id is made of ASCII letters, digits, hyphens and underscores, and begins with a letter.',
    because: 'PDF and EPUB readers do not agree on any others.',
  },
  'image-alt': {
    level: 'error',
    holds: 'An image says in words what is to be seen, or that it is decoration.',
    because: 'A blind reader is sent the issue too.',
  },
  'image-readable': {
    level: 'error',
    holds: 'An image is a PNG, JPEG, GIF, WebP or SVG that can be read.',
    because: 'A broken picture leaves a hole in every edition.',
  },
  'image-safe': {
    level: 'error',
    holds: 'An SVG has no script, no outside reference and no HTML.',
    because: 'A picture must not run a program on a reader’s machine, nor call home.',
  },
  'image-still': {
    level: 'warning',
    holds: 'A drawing has no links, does not move, and brings its own stylesheet.',
    because:
      'It is one picture in every edition: what is clicked on, moves or is loaded is left out, the rest is kept.',
  },
  'image-letters': {
    level: 'error',
    holds: 'The words in a drawing can be set in the style’s faces.',
    because:
      'A drawing cannot bring the machine’s fonts with it, and letters that stand for signs would be printed as letters.',
  },
  'image-size': {
    level: 'error',
    holds:
      'A picture has at most 64 million pixels and 100 MB; a GIF, a WebP or a JPEG in inks at most 24 million and 40 MB, and for e-books 5.6 million.',
    because: 'A browser that prints has to hold it whole, and ends where it cannot.',
  },
  'image-local': {
    level: 'error',
    holds: 'Images are files in the repository.',
    because: 'A build that fetches from the network makes something else tomorrow.',
  },
  'html-allowed': {
    level: 'warning',
    holds: 'Raw HTML is limited to a few harmless elements.',
    because: 'Not every edition knows HTML; what is not allowed is left out, its text is kept.',
  },
  'html-safe': {
    level: 'error',
    holds: 'No script, style, form or frame in a manuscript.',
    because: 'A manuscript is text; whatever runs or reaches out does not belong in it.',
  },
  'html-closed': {
    level: 'warning',
    holds: 'A tag or comment of raw HTML is closed.',
    because: 'An open one takes in what follows it.',
  },
  'check-comment': {
    level: 'error',
    holds: 'No question of the import is left open in a manuscript.',
    because: 'A comment <!-- CHECK … --> marks a doubt that an editor has to settle.',
  },
  'query-open': {
    level: 'warning',
    holds: 'No query to an author is open when an issue goes to the printer.',
    because: 'A comment <!-- ASK: … --> waits for an answer, and what it asks about may still change.',
  },
  'query-form': {
    level: 'error',
    holds: 'A query to an author is closed, asks something, and stands in the text.',
    because: 'It could not be put beside its line, and its words might be taken for those of the article.',
  },
  'directive-known': {
    level: 'warning',
    holds: 'A block opened by ::: is one that Offprint knows.',
    because: 'An unknown block is set as plain text.',
  },
  'directive-closed': {
    level: 'error',
    holds: 'A block opened by ::: is closed by :::.',
    because: 'An open one swallows the rest of the article.',
  },
  'directive-filled': {
    level: 'warning',
    holds: 'Something stands in a block opened by :::.',
    because: 'An empty one is of no use; most likely its lines were moved, or it is closed too early.',
  },
  'phrase-plain': {
    level: 'error',
    holds: 'Front matter, settings and captions have no pictures; and, except for captions, no notes and references.',
    because: 'A title or an abstract goes to catalogues and contents, where none of these can follow.',
  },
  'attribute-known': {
    level: 'warning',
    holds: 'Attributes in braces are ones that Offprint knows.',
    because: 'An unknown attribute has no effect in any edition.',
  },
  'pages-counted-on': {
    level: 'warning',
    holds: 'In a year whose pages are counted on, an issue begins with the page after the last of the issue before.',
    because: 'Otherwise two pages of a volume have one number, or a page seems to be missing.',
  },
  'index-entry': {
    level: 'error',
    holds: 'An entry of an index has words.',
    because: 'Nobody can look up an empty line.',
  },
  'index-place': {
    level: 'error',
    holds: 'Words that are marked for an index are printed.',
    because: 'What is on no page has no page number.',
  },
  'index-range': {
    level: 'error',
    holds: 'A range of pages in an index begins and ends in one article.',
    because: 'With one end missing, nobody knows how far it goes.',
  },
  'index-see': {
    level: 'error',
    holds: 'An entry of an index refers to one that is there.',
    because: 'A reader who follows “see” finds nothing.',
  },
  'index-alike': {
    level: 'warning',
    holds: 'Entries of an index differ in more than capitals.',
    because: 'A word at the head of a sentence and the same word within one are meant as one entry.',
  },
  'index-asked': {
    level: 'error',
    holds: 'An index that an issue asks for has entries.',
    because: 'A heading without entries would be printed, or none where the editors expect one.',
  },
  'description-place': {
    level: 'error',
    holds: 'A long description, :::description, stands right below its figure, and calls no note.',
    because: 'It is read to those who cannot see the figure, and print leaves it out.',
  },
  'caption-told': {
    level: 'info',
    holds: 'A caption stands in quotation marks behind a picture’s address.',
    because: 'The words in its brackets say what it shows to those who cannot see it; they are not printed.',
  },
  'caption-number': {
    level: 'warning',
    holds: 'A caption that was numbered by hand is numbered by the place that it has.',
    because: 'Offprint numbers figures and tables; a sentence that names another number would go astray.',
  },
  'caption-place': {
    level: 'warning',
    holds: 'A line “Table: …” stands right after a table.',
    because: 'Otherwise it is set as an ordinary paragraph.',
  },
  'table-cells': {
    level: 'error',
    holds: 'No row of a table has more cells than its head, and no cell lies over another.',
    because: 'What stands in the others would be lost, or could not be read.',
  },
  'table-form': {
    level: 'info',
    holds: 'A table has a line |---|---| with a cell for each column below its head.',
    because: 'Without it, other programs print its bars; here it is set as it was most likely meant.',
  },
  'verse-told': {
    level: 'info',
    holds: 'Verse is marked as verse.',
    because: 'Lines of a paragraph run on; whether short lines were broken by their poet only a person knows.',
  },
  'heading-followed': {
    level: 'warning',
    holds: 'Something stands below a heading.',
    because: 'A heading at the end, such as “Notes” where the notes are elsewhere, promises what does not come.',
  },
  'heading-place': {
    level: 'info',
    holds: 'Headings stand in the text itself, not in notes, quotations or lists.',
    because: 'Contents and bookmarks list the sections of an article, and these are none.',
  },
  'heading-level': {
    level: 'warning',
    holds: 'Headings begin at ## and go down one level at a time.',
    because: 'The title is the only # heading, and readers who listen move by heading level.',
  },
  'heading-text': {
    level: 'error',
    holds: 'A heading has text.',
    because: 'An empty heading is a hole in the table of contents.',
  },
  'code-closed': {
    level: 'error',
    holds: 'A block of code opened by three backticks is closed by three.',
    because: 'An open one takes in the rest of the article, and sets it as code.',
  },
  'code-fenced': {
    level: 'warning',
    holds: 'Code stands between lines of three backticks.',
    because: 'A paragraph that is indented by four spaces or a tab is set as code, which is seldom meant.',
  },
  'link-target': {
    level: 'error',
    holds: 'A link goes to a web address, a mail address or a place in the issue.',
    because: 'Other schemes run programs or point to one person’s machine.',
  },
  'definition-used': {
    level: 'error',
    holds: 'The address of a link, [label]: https://…, is used, and stands once.',
    because: 'It is not printed by itself, and would be lost.',
  },
  'dialect-known': {
    level: 'error',
    holds: 'A manuscript is written in the Markdown that Offprint reads.',
    because:
      'What only another program understands would be printed as it stands, signs and all, and what it means be lost.',
  },
  'formula-signs': {
    level: 'error',
    holds: 'Every formula stands between $ and $ in a line, or between $$ and $$ without an empty line.',
    because: 'The TeX would be printed as it is written.',
  },
  'formula-readable': {
    level: 'error',
    holds: 'Every formula is TeX that is known: its commands, braces and environments.',
    because: 'Nobody could read what it means; a part of it would be lost.',
  },
  'formula-letters': {
    level: 'error',
    holds: 'The face for formulas has every sign in them.',
    because: 'There would be a hole in the formula.',
  },
  'citation-key': {
    level: 'error',
    holds: 'Every key that is cited, [@key], is one of a bibliography that the article or its journal names.',
    because: 'The key would be printed in place of the work.',
  },
  'citation-form': {
    level: 'error',
    holds: 'The works of a citation are parted by semicolons.',
    because: 'It is not sure which words belong to which work.',
  },
  'citation-style': {
    level: 'error',
    holds: 'The style of citations is one of Offprint’s, or a CSL file of the journal that the processor can read.',
    because: 'Without it no citation can be written.',
  },
  'citation-processor': {
    level: 'error',
    holds: 'The package citeproc is installed where manuscripts cite by keys.',
    because: 'It writes citations and bibliographies. It has a copyleft licence, so it does not come with Offprint.',
  },

  // References
  'reference-file': {
    level: 'error',
    holds: 'A bibliography is a file in BibTeX or BibLaTeX (.bib), CSL-JSON (.json) or RIS (.ris).',
    because: 'The keys of citations are looked up in it.',
  },
  'reference-entry': {
    level: 'warning',
    holds: 'Every entry of a bibliography can be read.',
    because: 'One that cannot be read is left out, and what cites it has no work.',
  },
  'reference-once': {
    level: 'warning',
    holds: 'A key stands once in a bibliography, and a field once in an entry.',
    because: 'Of two, one is lost; the first is taken.',
  },
  'reference-type': {
    level: 'warning',
    holds: 'The type of an entry is one that Offprint knows.',
    because: 'A book, a chapter and an article are printed differently; an unknown type is printed as a document.',
  },
  'reference-field': {
    level: 'warning',
    holds: 'The fields of an entry have names that Offprint knows.',
    because: 'What stands in a field with another name is not printed.',
  },
  'reference-macro': {
    level: 'warning',
    holds: 'A value without braces is a number, a month or a name that @string defines.',
    because: 'Anything else is printed as it stands, and is mostly a forgotten brace.',
  },
  'reference-parent': {
    level: 'warning',
    holds: 'What crossref and xdata name is an entry of the same file.',
    because: 'The entry lacks what it should have from there, mostly the book that a chapter is in.',
  },
  'reference-command': {
    level: 'warning',
    holds: 'TeX in a bibliography is letters, signs, emphasis and simple formulas.',
    because: 'What an unknown command does is lost; its words are kept.',
  },
  'reference-title': {
    level: 'warning',
    holds: 'A work has a title.',
    because: 'Readers and libraries find it by its title.',
  },
  'reference-date': {
    level: 'warning',
    holds: 'A work has a date that can be understood.',
    because: 'Every style prints it, and some sort by it; “n. d.” says that a work has none.',
  },
  'reference-language': {
    level: 'warning',
    holds: 'The language of a work is one that Offprint knows.',
    because: 'Capitals, quotation marks and words such as “vol.” depend on it.',
  },
  'reference-identifier': {
    level: 'warning',
    holds: 'DOI, ISBN and ISSN have the right form and check digit.',
    because: 'One wrong digit leads to another work, or to none.',
  },
  'reference-cited': {
    level: 'info',
    holds: 'The works of a bibliography are cited.',
    because:
      'A list of works that was made for an article may have lost its citations; a library has more than one needs.',
  },
  'reference-case': {
    level: 'info',
    holds: 'English titles are kept in sentence case.',
    because: 'A style can put capitals into such a title, and cannot know which to take out of Title Case.',
  },

  // Typography
  'language-told': {
    level: 'info',
    holds: 'A foreign run shows its language by its letters, or is marked.',
    because: 'Hyphenation, quotation marks and speech need to know it.',
  },
  'language-whole': {
    level: 'warning',
    holds: 'The language of a journal or an article has words, quotation marks and hyphenation here.',
    because: 'What a language lacks is set in English, and readers see it.',
  },
  'language-direction': {
    level: 'error',
    holds: 'An article is in a language that is written from left to right.',
    because: 'An article from right to left would come out with its columns, notes and lists on the wrong side.',
  },
  'script-mixed': {
    level: 'warning',
    holds: 'A word is in one script.',
    because: 'A Latin i in a Cyrillic word looks right and is found by no search.',
  },
  'glyph-present': {
    level: 'error',
    holds: 'Every character is in one of the stylesheet’s faces.',
    because: 'Otherwise the machine’s own font steps in, another on every machine.',
  },

  // Lines
  'line-overfull': {
    level: 'warning',
    holds: 'A line is no longer than its column is wide.',
    because: 'What stands out runs into the next column, or is cut off.',
  },
  'line-pinned': {
    level: 'warning',
    holds: 'A paragraph comes out in the lines that were chosen for it.',
    because: 'Otherwise the browser breaks it, and its pages are made up by a wrong measure.',
  },
  'line-stretched': {
    level: 'warning',
    holds: 'No line is stretched more than the style allows.',
    because: 'Wide gaps between words spoil a page; an editor can often reword what no setter can mend.',
  },

  'line-weighed': {
    level: 'warning',
    holds: 'A paragraph is short enough for all its lines to be weighed against one another.',
    because: 'Otherwise its gaps come as they come, and a build that tried all ways would not end.',
  },

  // Pages
  'page-rules': {
    level: 'warning',
    holds:
      'No single line of a paragraph or note stands alone, a heading has text below it, a note begins on the page of its call.',
    because:
      'Readers stumble over what is torn apart; where pages cannot keep a rule, a small change of the text mends it.',
  },
  'page-holds': {
    level: 'error',
    holds: 'Everything on a page stands inside its column, and on nothing else.',
    because: 'What goes beyond the edge is cut off, or hides other text.',
  },
  'table-fits': {
    level: 'warning',
    holds: 'A table is no wider than its page, with its numbers whole and its words divided by the rules.',
    because: 'A number that is broken in two is read as two.',
  },
  'note-on-page': {
    level: 'error',
    holds: 'Every note begins on the page of its call.',
    because: 'A reader looks for it there.',
  },
  'words-kept': {
    level: 'error',
    holds: 'Every word of every manuscript is on the pages, once and in order.',
    because: 'A lost word is the hardest fault to see.',
  },
  'folios-settled': {
    level: 'warning',
    holds: 'A reference names the page that its target is on.',
    because: 'A folio that changes the line it stands in can move its own target.',
  },

  // Styles and templates
  'template-valid': {
    level: 'error',
    holds: 'A template renders, and gives well-formed XHTML.',
    because: 'E-book readers refuse a page that is not well-formed.',
  },
  'face-emphasis': {
    level: 'error',
    holds: 'The face of a text has the slope or weight by which its emphasis is shown.',
    because: 'Nothing is slanted or thickened by machine: without the face, a title in italics is a title no more.',
  },
  'face-letters': {
    level: 'warning',
    holds: 'The face of a text has the letters of the text.',
    because: 'Another face sets those that it lacks, and looks like another hand in the middle of a line.',
  },
  'face-glyphs': {
    level: 'info',
    holds: 'A face has superior and inferior figures and small capitals of its own.',
    because: 'Those that are made of larger letters are lighter than the text around them.',
  },
  'face-styles': {
    level: 'info',
    holds: 'A face has the weights, slopes and figures that a style asks of it.',
    because: 'Another of its weights is set instead, and headings or names look otherwise than in the style.',
  },
  'style-fits': {
    level: 'error',
    holds:
      'The measures of a style go together: its lines, columns and margins have room on the page, and letters in their lines.',
    because: 'What has no room is cut off at the edge of the paper, or printed over other words.',
  },
  'style-grid': {
    level: 'warning',
    holds: 'A line of a style is a multiple of 0.75 pt high.',
    because: 'The browser sets every line on a whole pixel, and others stand unevenly.',
  },
  'style-counters': {
    level: 'error',
    holds: 'A style leaves the numbers of pages to the build, and asks for none that the browser does not print.',
    because:
      'The pages, the contents and the references would not agree, and a number that is not printed leaves no trace.',
  },
  'style-token': {
    level: 'warning',
    holds: 'A custom property that a journal’s style says on :root is used.',
    because: 'A misspelt one changes nothing, and nobody says why.',
  },
  'style-valid': {
    level: 'error',
    holds: 'A stylesheet can be read, and the files it names exist.',
    because: 'A face or picture that is missing is replaced silently.',
  },

  // Editions
  'edition-whole': {
    level: 'error',
    holds: 'A finished edition is as the build left it.',
    because: 'What was damaged or changed by hand is not what was checked, and the next build does not know of it.',
  },
  'edition-current': {
    level: 'warning',
    holds: 'A finished edition is made of the journal’s files as they are.',
    because: 'Otherwise it lacks the last corrections.',
  },
  'jats-facts': {
    level: 'info',
    holds: 'The journal, the issue and each article say what archives ask for: an ISSN, a licence, a date, a DOI.',
    because: 'Archives refuse a file without an ISSN, and indexes find and count an article by the rest.',
  },
  'pdf-words': {
    level: 'error',
    holds: 'The finished PDF has the words of its pages, whole and in order.',
    because: 'What a program cannot read from the PDF, nobody can search, copy or hear.',
  },
  'press-profile': {
    level: 'error',
    holds: 'The profile of the press is an ICC profile of a CMYK printing condition.',
    because: 'The colours are turned into inks by it, and the printer proofs by it.',
  },
  'press-cover': {
    level: 'error',
    holds: 'A cover that is printed by itself is one sheet, as wide as back, spine and front.',
    because: 'The printer folds it there.',
  },
  'press-bleed': {
    level: 'warning',
    holds: 'Colour that goes to the edge of a page goes over it.',
    because: 'No knife cuts to a hair: beside such a page there would be a strip of white paper.',
  },
  'press-leaves': {
    level: 'info',
    holds: 'The pages of an issue make whole leaves, and where it is stapled, whole sheets of four pages.',
    because: 'What is left over is empty paper at the end of the issue.',
  },
} as const satisfies Record<string, Rule>;

export type SourceRuleId = keyof typeof sourceRules;

/**
 * All rules for the input and output of a build, and for an import. A diagnostic has the rule’s id; `offprint explain
 * ID` prints the entry.
 */
export const rules = { ...sourceRules, ...importRules, ...pdfRules, ...epubRules, ...jatsRules, ...webRules };

export type RuleId = keyof typeof rules;
