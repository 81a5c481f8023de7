import type { Nodes, Parents, Root } from 'mdast';
import { VFile } from 'vfile';
import { parseMarkdown } from '../../manuscript/parse.ts';
import { readTree } from '../../manuscript/structure.ts';
import { visit } from '../../text/visit.ts';
import type { Terms } from '../../theme/terms.ts';
import {
  type Doubt,
  firstWords,
  type Imported,
  type ImportedPicture,
  NotImported,
  type ReadOptions,
  type WordChange,
} from '../imported.ts';
import { missingPicture, takeBeside } from '../ocr/pictures-beside.ts';
import { placeOf } from '../ocr/place.ts';
import { emphasisLook } from '../ocr/pull-quotes.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { readMetadata, splitMetadata } from './metadata.ts';
import { pandocPassages } from './source-words.ts';
import { worksCitedIn } from './works.ts';

/** Options of reading Markdown. */
export interface MarkdownOptions extends ReadOptions {
  terms: Terms;
  /** A file that stands beside it. */
  beside(path: string): Uint8Array | undefined;
}

/**
 * Reads Markdown of Pandoc or another program: by our own reader of manuscripts, which knows its constructs; metadata
 * become facts, and the works that it cites are taken from its bibliographies.
 */
export async function readPandoc(source: string, options: MarkdownOptions): Promise<Imported> {
  const head = splitMetadata(source);
  const at = { line: 1, column: 1, words: firstWords(source.slice(0, 200)) };
  const { facts, passages, bibliographies, references, unused } = readMetadata(head.data, at);
  // Blank lines instead of the metadata keep the places of all else.
  const body = source.slice(0, head.length).replace(/[^\n]/g, '') + source.slice(head.length);
  const file = new VFile({ path: 'source.md', value: body });
  const parsed = parseMarkdown(file);
  const tooMuch = file.messages.find(({ fatal }) => fatal);
  if (tooMuch) throw new NotImported(tooMuch.reason, tooMuch.note ?? 'Divide the file.');
  const before = structuredClone(parsed) as Root;
  const tree = readTree(parsed, file, options.terms);
  const doubts: Doubt[] = [];
  const changes: WordChange[] = [];
  for (const key of unused)
    doubts.push({
      rule: 'import-title',
      confidence: 0.5,
      at,
      words: `${key}:`,
      found: `The metadata have ${key}:, which no fact of an article is`,
      level: 'info',
    });
  listNumbers(before, body, changes);
  // A box without a title is called by the word for its kind.
  visit(tree, 'label', (label, _index, parent) => {
    const from = parent?.position?.start.offset ?? 0;
    const line = body.slice(from, body.indexOf('\n', from));
    const words = textOfTree(label).trim();
    if (!line.includes(words)) changes.push({ from: '', to: words, at: placeOf(label), why: 'word for a kind of box' });
  });
  const pictures = readPictures(tree, options, doubts);
  const { works, missing } = await worksCitedIn(tree, bibliographies, references, options.beside);
  for (const path of missing)
    doubts.push({
      rule: 'import-citation',
      confidence: 0,
      at,
      words: path,
      found: `The bibliography ${path} is not beside the file`,
      fix: 'Put it there and import again, or name one in the front matter.',
      level: 'warning',
    });
  for (const node of tree.children) {
    node.data = {
      ...node.data,
      from: placeOf(node),
      ...(node.type === 'paragraph' || node.type === 'heading'
        ? {
            look: { ...emphasisLook(node), ...(node.type === 'heading' ? { isCertain: true } : {}) },
          }
        : {}),
    };
  }
  return {
    tree,
    facts,
    pictures,
    works,
    words: { passages: [...passages, ...pandocPassages(source, head.length)], changes },
    doubts,
  };
}

/** Declares the numbers of lists, which the manuscript counts. */
function listNumbers(tree: Root, source: string, changes: WordChange[]): void {
  visit(tree, 'listItem', (item) => {
    const from = item.position?.start.offset ?? 0;
    const sign = /^\s*\(?(\d{1,9}|[a-z]{1,4}|#|@\w*)[.)]/i.exec(source.slice(from, from + 20))?.[1] ?? '';
    if (/[\p{L}\p{N}]/u.test(sign) && !sign.startsWith('@'))
      changes.push({ from: sign, to: '', at: placeOf(item), why: 'number of a list' });
  });
}

function readPictures(tree: Root, options: MarkdownOptions, doubts: Doubt[]): ImportedPicture[] {
  const pictures: ImportedPicture[] = [];
  visit(tree, 'image', (image, _index, parent) => {
    const name = takeBeside(image.url, options.beside, pictures);
    const fix = 'Put it into the folder of the manuscript’s pictures.';
    if (name === undefined) doubts.push(missingPicture(image, parent as Parents as Nodes, fix));
    else image.url = name;
  });
  return pictures;
}
