import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';
import { visit } from '../text/visit.ts';
import { readCitations } from './constructs/citations/read.ts';
import { readCrossReferences } from './constructs/cross-references/read.ts';
import { readFormulas } from './constructs/formulas/read.ts';
import { checkLinks } from './constructs/links/read.ts';
import { checkNotes } from './constructs/notes/check.ts';
import { closeCalls } from './constructs/notes/close-calls.ts';
import { sanitiseHtml } from './constructs/raw-html/read.ts';
import { markSpans } from './constructs/spans/read.ts';
import { readScripts } from './constructs/spans/scripts.ts';
import { readTexNames } from './constructs/text/tex-names.ts';
import { reportDialects } from './dialects/report-dialects.ts';
import { normalizeText, parseInline } from './parse.ts';
import { attributesOf } from './tree.ts';

/** The tree of a text outside the body of an article. */
export interface OutsideText {
  paragraphs: PhrasingContent[][];
  /** The notes written in place, `^[…]`, for the caller to add to the tree that the text goes to. */
  notes: FootnoteDefinition[];
}

/** The labels of the notes that a caption may call, and a name that keeps its own notes apart from others. */
export interface CallableNotes {
  labels: readonly string[];
  place: string;
}

/**
 * Reads Markdown outside the body: a caption in an image’s title, or a value of front matter. Faults are reported on
 * `file` at `at`, because such a string has no lines of its own. Without `callable` it may not call notes.
 */
export function readInline(text: string, file: VFile, at: Place | undefined, callable?: CallableNotes): OutsideText {
  const used = (callable?.labels ?? []).filter((label) => text.toLowerCase().includes(`[^${label.toLowerCase()}]`));
  const own = new VFile({
    path: file.path,
    value: `${normalizeText(text).trim()}\n${used.map((label) => `\n[^${label}]: ${placeholder}\n`).join('')}`,
  });
  const tree = parseInline(own, file, at);
  readFormulas({ displays: false })(tree, own);
  readCitations(file)(tree, own);
  if (callable) checkNotes()(tree, own);
  readCrossReferences(file)(tree, own);
  checkLinks()(tree, own);
  sanitiseHtml()(tree, own);
  readScripts()(tree, own);
  markSpans(callable?.place)(tree, own);
  closeCalls()(tree);
  readTexNames()(tree, own);
  reportDialects()(tree, own);
  reportMisplaced(tree, own, callable !== undefined);
  const place = positionOf(at);
  for (const message of own.messages)
    file.messages.push(Object.assign(message, { place, line: place?.start.line, column: place?.start.column }));
  visit(tree, (node) => {
    if (place) node.position = place;
    else delete node.position;
  });
  const isNote = (node: Root['children'][number]): node is FootnoteDefinition => node.type === 'footnoteDefinition';
  return {
    paragraphs: tree.children.flatMap((block) => (block.type === 'paragraph' ? [block.children] : [])),
    notes: tree.children.filter((block) => isNote(block) && !used.includes(block.label ?? '')) as FootnoteDefinition[],
  };
}

/** The content of a note that is defined elsewhere in the manuscript. */
const placeholder = '…';

/** Reports what a phrase cannot hold, and replaces images with their alternative texts. */
function reportMisplaced(tree: Root, file: VFile, isCaption: boolean): void {
  const found = (what: string): void => {
    report(file, 'phrase-plain', {
      found: `${what} in ${isCaption ? 'a caption' : 'front matter or settings'}`,
      fix: 'Put it into the text.',
    });
  };
  visit(tree, (node, index, parent) => {
    if (node.type === 'footnoteDefinition' && node.label && textOf(node) !== placeholder) found('The text of a note');
    if (node.type === 'image' && parent && index !== undefined) {
      found('A picture');
      parent.children[index] = { type: 'text', value: node.alt ?? '' };
    }
    if (isCaption) return;
    if (node.type === 'link' && !/^[a-z]+:/i.test(node.url)) found('A cross-reference');
    if (attributesOf(node).id) found('An id');
    if (node.type === 'citation') found('A citation');
    if (node.type === 'indexMark') found('A mark for the index');
    if (node.type === 'text' && node.value.includes('\n') && /^(?:[-*+]|\d+[.)]|#+|>)\s/m.test(node.value))
      report(file, 'phrase-plain', {
        level: 'warning',
        found: 'A list, heading or quotation in front matter or settings; it is set as running text',
        fix: 'Write it as sentences.',
      });
    if (node.type === 'text') for (const [call] of node.value.matchAll(/\[\^[^\]\s]+\]/g)) found(`The call ${call}`);
    if (node.type !== 'footnoteReference' || !parent || index === undefined) return;
    found('A note in place');
    parent.children.splice(index, 1);
    return index;
  });
}

/** A place as lines and columns only. Its offsets would be mistaken for offsets of the words in the source. */
function positionOf(at: Place | undefined): Position | undefined {
  if (!at) return undefined;
  const position = 'type' in at ? at.position : 'start' in at ? at : { start: at, end: at };
  const point = ({ line, column }: Position['start']) => ({ line, column });
  return position && { start: point(position.start), end: point(position.end) };
}
