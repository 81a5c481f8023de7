import type { Root } from 'mdast';
import type { CslItem } from '../../references/item.ts';
import { visit } from '../../text/visit.ts';
import {
  type Doubt,
  firstWords,
  type Imported,
  NotImported,
  type ReadOptions,
  type SourcePassage,
  type WordChange,
} from '../imported.ts';
import type { OfficeBlock } from '../office/blocks.ts';
import type { FieldCitation } from '../office/cite.ts';
import { worksOfCslField } from '../office/csl-field.ts';
import { makeManuscript } from '../office/make-manuscript.ts';
import { refusedChanges, settledRemark } from '../office/tracked-changes.ts';
import { allIn, child, childrenOf, type Xml } from '../office/xml.ts';
import { type Change, changesIn, settleChanges } from './changes.ts';
import { worksOfCitaviField } from './citations/citavi-field.ts';
import { worksOfEndNoteField } from './citations/endnote-field.ts';
import { readWordSources, worksOfWordField } from './citations/word-sources.ts';
import { readComments } from './comments.ts';
import { refuseInsertedFiles } from './inserted-files.ts';
import { codesOfBookmarks, fieldsOfCitations } from './kept-citations.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type Package } from './package.ts';
import { Pictures } from './pictures.ts';
import { wordPassages } from './source-words.ts';
import { type CitationField, type Reading, Story } from './story.ts';
import { readStyles } from './styles.ts';
import { unwrap } from './unwrap.ts';

/**
 * Reads a Word file (.docx, .docm; transitional and strict). Nothing outside of it is asked for. Throws
 * {@link NotImported} if it is not whole, or has tracked changes and `changes` does not say what becomes of them.
 */
export function readWord(bytes: Uint8Array, options: ReadOptions): Imported {
  const file = openPackage(bytes);
  const part = (purpose: string): Xml | undefined => {
    const name = file.partFor(purpose);
    return name === undefined ? undefined : file.xml(name);
  };
  const document = file.xml(file.main);
  const body = child(document, 'w:body');
  if (!document || !body)
    throw new NotImported('The file is damaged: it has no text', 'Open it in Word, and save it again.');
  const notes = { footnote: part('footnotes'), endnote: part('endnotes') };
  const texts = [body, notes.footnote, notes.endnote].filter((one) => one !== undefined);
  refuseInsertedFiles(file, texts);
  const how = options.changes ?? 'accept';
  const tracked = texts.flatMap((text, i) => listChanges(text, ['', 'footnotes', 'endnotes'][i] ?? ''));
  if (tracked.length > 0 && !options.changes) throw refused(tracked);

  const styles = readStyles(part('styles'));
  const passages = wordPassages(body, undefined, how, styles);
  const notePassages = new Map<string, SourcePassage[]>();
  for (const [kind, text] of Object.entries(notes))
    for (const note of childrenOf(text, `w:${kind}`)) {
      const id = `${kind} ${note.attributes['w:id']}`;
      notePassages.set(id, wordPassages(note, id, how, styles));
    }
  const codes = codesOfBookmarks(file);
  for (const text of texts) {
    fieldsOfCitations(text, codes);
    unwrap(text);
    if (tracked.length > 0) settleChanges(text, how);
  }

  const reading: Reading = {
    styles,
    numbering: readNumbering(part('numbering'), styles),
    pictures: new Pictures(file, columnOf(body)),
    comments: readComments(part('comments'), part('commentsExtended')),
    placed: new Set(),
    called: new Set(),
    marks: new Map(),
    citations: [],
    notesAt: new Map(),
    doubts: [],
    changes: [],
    boxes: { count: 0 },
    alternatives: [],
  };
  const blocks = new Story(reading, file.main, file.relations(file.main)).read(body);
  const noteBlocks = readNotes(reading, file, notes);

  const { doubts, changes, notesAt } = reading;
  const citations = citedBy(reading.citations, file);
  const text = { blocks, notes: noteBlocks, notesAt, citations };
  const { tree, facts, works } = makeManuscript(text, options.lang, doubts, changes);
  leaveRepeatedDescriptions(tree, reading.alternatives, passages);
  const called = [...noteBlocks.keys()].flatMap((id) => notePassages.get(id) ?? []);
  return {
    tree,
    facts,
    pictures: reading.pictures.taken.all,
    works,
    words: { passages: [...passages, ...called, ...reading.alternatives], changes },
    doubts: [...doubts, ...unplaced(reading)],
    ...settledRemark(tracked.length, options),
  };
}

/** The blocks of the notes that are called, in the order of their calls; one called in a note comes after it. */
function readNotes(
  reading: Reading,
  file: Package,
  texts: Record<'footnote' | 'endnote', Xml | undefined>,
): Map<string, OfficeBlock[]> {
  const byId = new Map<string, [note: Xml, part: string]>();
  for (const kind of ['footnote', 'endnote'] as const)
    for (const note of childrenOf(texts[kind], `w:${kind}`)) {
      // Lines between text and notes are notes, too, of another type. What their ids are differs.
      const type = note.attributes['w:type'];
      if (type === undefined || type === 'normal') byId.set(`${kind} ${note.attributes['w:id']}`, [note, `${kind}s`]);
    }
  const found = new Map<string, OfficeBlock[]>();
  for (const id of reading.called) {
    const [note, purpose] = byId.get(id) ?? [];
    const part = purpose && file.partFor(purpose);
    if (!note || !part) continue;
    const blocks = new Story(reading, part, file.relations(part), id).read(note);
    takeMark(blocks, reading.marks.get(id), reading.changes);
    found.set(id, blocks);
  }
  return found;
}

/** Takes a note's own sign from the head of its words. */
function takeMark([first]: readonly OfficeBlock[], mark: string | undefined, changes: WordChange[]): void {
  if (!mark || first?.type !== 'paragraph') return;
  const head = first.atoms.find((atom) => atom.type === 'text' && atom.text.trim() !== '');
  if (head?.type !== 'text' || !head.text.trimStart().startsWith(mark)) return;
  head.text = head.text.trimStart().slice(mark.length).trimStart();
  changes.push({ from: mark, to: '', at: first.from, why: 'sign of a note, which is numbered' });
}

/** A tracked change, with the place of its paragraph. */
type PlacedChange = Change & { paragraph: number; words: string; inParagraph: string; part: string };

function listChanges(text: Xml, part: string): PlacedChange[] {
  let count = 0;
  const found: PlacedChange[] = [];
  if (changesIn(text).length === 0) return found;
  for (const paragraph of allIn(text, 'w:p')) {
    const words = allIn(paragraph, 'w:t', 'w:delText')
      .map(({ children }) => children.join(''))
      .join('');
    if (words.trim() !== '') count++;
    for (const change of changesIn(paragraph)) {
      const last = found.at(-1);
      if (last?.paragraph === count && last.kind === change.kind && last.author === change.author && last.part === part)
        last.words += change.words;
      else found.push({ ...change, paragraph: count, inParagraph: firstWords(words), part });
    }
  }
  for (const row of allIn(text, 'w:tr'))
    for (const change of changesIn(child(row, 'w:trPr')))
      found.push({ ...change, words: 'a row of a table', paragraph: Math.max(count, 1), inParagraph: '', part });
  return found;
}

function refused(changes: readonly PlacedChange[]): NotImported {
  const doubts = changes.map(
    ({ kind, author, date, words, paragraph, inParagraph, part }): Doubt => ({
      rule: 'import-changes',
      confidence: 1,
      at: { paragraph: Math.max(paragraph, 1), words: inParagraph, ...(part ? { part } : {}) },
      words: firstWords(words) || 'the end of a paragraph',
      found: `${author}${date ? `, ${date.slice(0, 10)}` : ''}, ${kind}: ${words.trim() === '' ? 'the end of a paragraph' : `“${firstWords(words)}”`}`,
    }),
  );
  return refusedChanges(
    changes.map(({ author }) => author),
    doubts,
    'Word',
  );
}

/** The width of the column of text, in EMU, by the last section. */
function columnOf(body: Xml): number {
  const section = child(body, 'w:sectPr');
  const size = Number(child(section, 'w:pgSz')?.attributes['w:w'] ?? 11906);
  const margins = child(section, 'w:pgMar')?.attributes ?? {};
  const columns = Number(child(section, 'w:cols')?.attributes['w:num'] ?? 1) || 1;
  const width = size - Number(margins['w:left'] ?? 1440) - Number(margins['w:right'] ?? 1440);
  return (width / columns) * 635;
}

function citedBy(fields: readonly CitationField[], file: Package): FieldCitation[] {
  let sources: Map<string, CslItem> | undefined;
  return fields.map(({ code, data, at: place }) => {
    if (/EN\.CITE/.test(code)) return { works: worksOfEndNoteField(code, data), at: place };
    if (/CitaviPlaceholder/i.test(code)) return { works: worksOfCitaviField(code), at: place };
    if (/CSL_CITATION/.test(code)) return { works: worksOfCslField(code), at: place };
    if (/^\s*CITATION\b/i.test(code)) {
      sources ??= wordSources(file);
      return { works: worksOfWordField(code, sources), at: place };
    }
    return { works: undefined, at: place };
  });
}

function wordSources(file: Package): Map<string, CslItem> {
  const found = new Map<string, CslItem>();
  for (const name of file.names) {
    if (!/^customXml\/item\d+\.xml$/i.test(name)) continue;
    const root = file.xml(name);
    if (root?.name !== 'b:Sources') continue;
    for (const [tag, item] of readWordSources(root)) found.set(tag, item);
  }
  return found;
}

/** Comments that stand nowhere in the text any more. */
function unplaced({ comments, placed }: Reading): Doubt[] {
  return [...comments].flatMap(([id, { author, words, isResolved }]): Doubt[] =>
    placed.has(id) || isResolved || words === ''
      ? []
      : [
          {
            rule: 'import-comment',
            confidence: 1,
            at: { part: `comment ${id}`, words: firstWords(words) },
            words: firstWords(words),
            found: `A comment of ${author} whose words are not in the text: “${firstWords(words)}”`,
            fix: 'Look it up in the author’s file.',
          },
        ],
  );
}

/** Takes descriptions of pictures away that only repeat a caption: a screen reader would say it twice. */
function leaveRepeatedDescriptions(
  tree: Root,
  alternatives: SourcePassage[],
  passages: readonly SourcePassage[],
): void {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const paragraphs = new Set(
    passages.flatMap(({ text }) => [plain(text), plain(text.replace(/^\p{L}+\.? \d+[.:]? /u, ''))]),
  );
  visit(tree, 'image', (image) => {
    if (!image.alt || !paragraphs.has(plain(image.alt))) return;
    const at = alternatives.findIndex(({ text }) => text === image.alt);
    if (at >= 0) alternatives.splice(at, 1);
    image.alt = '';
  });
}
