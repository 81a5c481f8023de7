import type { Element, Root } from 'xast';
import { parsedSheet } from '../styles/parsed.ts';
import type { Style } from '../styles/style.ts';
import { cascadeOf } from './cascade.ts';
import { type OwnGlyphRun, ownGlyphRuns, realClass, realRuns } from './own-glyphs.ts';

/** A start tag of a document that is replaced by another. */
export interface TagEdit {
  from: number;
  to: number;
  tag: string;
}

/** The runs of a print document for which its face has glyphs of its own, as edits that add the class `real`. */
export interface GlyphMarks {
  /** Those other than calls, in order. */
  runs: TagEdit[];
  /** Those of all calls, in order. */
  calls: TagEdit[];
  /** True if the faces have glyphs for all of its calls. */
  callsAreReal: boolean;
}

/** Marks the runs of small capitals alone: a document for readers who may choose another face. */
export function markSmallCapitals(document: string, tree: Root, style: Pick<Style, 'css' | 'faces'>): string {
  const runs = ownGlyphRuns(tree).filter(({ kind }) => kind === 'smallcaps');
  return editedPart(document, marksOf(document, tree, style, runs).runs);
}

/**
 * Finds every call, `sup`, `sub` and run of small capitals of a print document for which its face has glyphs of its
 * own. `tree` is the document, parsed, with positions. Calls are all marked or none, so that those of an issue look
 * alike.
 */
export function markGlyphs(document: string, tree: Root, style: Pick<Style, 'css' | 'faces'>): GlyphMarks {
  return marksOf(document, tree, style, ownGlyphRuns(tree));
}

function marksOf(
  document: string,
  tree: Root,
  style: Pick<Style, 'css' | 'faces'>,
  runs: readonly OwnGlyphRun[],
): GlyphMarks {
  if (runs.length === 0) return { runs: [], calls: [], callsAreReal: true };
  const classes = new Map(runs.map(({ element }) => [element, element.attributes.class]));
  for (const { element } of runs) setClass(element, `${element.attributes.class ?? ''} ${realClass}`.trim());
  const { real, callsAreReal } = realRuns(runs, cascadeOf(parsedSheet(style.css), tree), style.faces);
  const marks: GlyphMarks = { runs: [], calls: [], callsAreReal };
  for (const run of runs) {
    setClass(run.element, classes.get(run.element) ?? undefined);
    if (run.kind !== 'call' && !real.has(run)) continue;
    const at = run.element.position?.start.offset ?? 0;
    const [tag = ''] = startTag.exec(document.slice(at)) ?? [];
    const edit = { from: at, to: at + tag.length, tag: withClass(tag) };
    (run.kind === 'call' ? marks.calls : marks.runs).push(edit);
  }
  return marks;
}

/** The edits that marks ask for, in order. */
export function editsOf({ runs, calls }: GlyphMarks, callsAreReal: boolean): TagEdit[] {
  return callsAreReal ? [...runs, ...calls].sort((one, other) => one.from - other.from) : runs;
}

/** A part of a document, edited. */
export function editedPart(document: string, edits: readonly TagEdit[], from = 0, to = document.length): string {
  let edited = '';
  let at = from;
  for (const edit of edits) {
    if (edit.from < from || edit.to > to) continue;
    edited += document.slice(at, edit.from) + edit.tag;
    at = edit.to;
  }
  return edited + document.slice(at, to);
}

const startTag = /^<[\w:-]+(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*/;

function withClass(tag: string): string {
  const classed = tag.replace(/(\sclass\s*=\s*["'])([^"']*)/, `$1$2 ${realClass}`);
  return classed === tag ? `${tag} class="${realClass}"` : classed;
}

function setClass({ attributes }: Element, value: string | undefined): void {
  if (value === undefined) delete attributes.class;
  else attributes.class = value;
}
