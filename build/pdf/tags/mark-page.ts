import { PDFArray, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { operationsWithRuns, writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { identity, type Matrix, times } from '../../pdf-reading/content/matrix.ts';
import { type ContentWithResources, formsIn, pageContent } from '../../pdf-reading/content/page-contents.ts';
import { ownStreamData, replaceContent } from '../../pdf-reading/file/streams.ts';
import { matrixOf } from './extents.ts';
import { textsBeforeSpaces, withSpaces } from './line-spaces.ts';
import { markContent } from './mark-content.ts';
import type { MarkedContent, MarkingContext } from './marking.ts';
import { firstIdIn } from './read-printed-tags.ts';
import type { SpaceWriter } from './spaces.ts';

/** The content streams of a page after marking: the page’s own, and those of forms on it. */
export interface MarkedPageStreams {
  page: PDFPage;
  streams: MarkedStream[];
}

export interface MarkedStream {
  /** Undefined for the page’s own. */
  form: PDFRef | undefined;
  marked: MarkedContent;
}

/**
 * Replaces the browser’s marks on a page, and in the forms on it in which the browser marked content. `markOf` finds
 * what a piece belongs to; `goesOn` is true for a block with another part on a later page; `spacesOf` finds how to
 * write spaces with some resources.
 */
export function markPage(
  document: PDFDocument,
  page: PDFPage,
  markOf: MarkingContext['markOf'],
  goesOn: (block: number) => boolean,
  spacesOf: (resources: ContentWithResources['resources']) => SpaceWriter,
): MarkedPageStreams {
  const streams: MarkedStream[] = [];
  const all: ContentWithResources[] = [];
  const seen = new Set<PDFRef>();
  const mark = (painted: ContentWithResources, matrix: Matrix, form?: PDFRef): void => {
    const forms = formsIn(painted.resources);
    const marked = markContent(operationsWithRuns(ownStreamData(painted.stream)), {
      markOf,
      firstId: form ? firstIdIn(painted.stream) : 0,
      middle: form ? undefined : page.getY() + page.getHeight() / 2,
      matrix,
      isMarked: (name) => isMarked(forms.get(name)),
    });
    streams.push({ form, marked });
    all.push(painted);
    for (const { name, matrix: around } of marked.forms) {
      const inside = forms.get(name);
      if (!inside || seen.has(inside.ref)) continue;
      seen.add(inside.ref);
      mark(inside, times(ownMatrix(inside), around), inside.ref);
    }
  };
  mark(pageContent(page), identity);
  const texts = streams.flatMap(({ marked }) => marked.texts);
  // Content with opacity is painted behind other text of its block; what is written from right to left, before it.
  texts.sort((one, other) => one.order - other.order);
  const ends = textsBeforeSpaces(texts, goesOn);
  streams.forEach(({ marked }, i) => {
    const painted = all[i] as ContentWithResources;
    const ending = marked.texts.filter((text) => ends.has(text));
    const operations = withSpaces(marked.operations, ending, spacesOf(painted.resources));
    replaceContent(document, painted, writeOperations(operations));
    // They are no longer needed, and take much memory.
    marked.operations = [];
    marked.texts = [];
  });
  return { page, streams };
}

function isMarked(form: ContentWithResources | undefined): boolean {
  if (!form) return false;
  if (Buffer.from(ownStreamData(form.stream)).includes('/MCID')) return true;
  return [...formsIn(form.resources).values()].some((inside) => inside.ref !== form.ref && isMarked(inside));
}

function ownMatrix({ stream }: ContentWithResources): Matrix {
  const matrix = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
  return matrix ? matrixOf(matrix.asArray().map(String)) : identity;
}
