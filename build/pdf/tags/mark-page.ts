import { PDFArray, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { operationsWithRuns, writeOperations } from '../../pdf-reading/content/content-stream.ts';
import { identity, type Matrix, times } from '../../pdf-reading/content/matrix.ts';
import { type ContentWithResources, formsIn, pageContent } from '../../pdf-reading/content/page-contents.ts';
import { ownStreamData, replaceContent } from '../../pdf-reading/file/streams.ts';
import { matrixOf } from './extents.ts';
import { lineEnds, withSpaces } from './line-spaces.ts';
import { markContent } from './mark-content.ts';
import type { About, Marked } from './marking.ts';
import type { SpaceOf } from './spaces.ts';

/** A page with its content marked anew: its own stream, and those of forms on it. */
export interface Sheet {
  page: PDFPage;
  streams: Stream[];
}

export interface Stream {
  /** Undefined for the page’s own. */
  form: PDFRef | undefined;
  marked: Marked;
}

/**
 * Marks the content of a page anew, and that of the forms on it in which the browser marked any. `markOf` tells what a piece is, `goesOn` whether a block has another part on
 * a later page, `spacesOf` how spaces are written with some resources.
 */
export function markPage(
  document: PDFDocument,
  page: PDFPage,
  markOf: About['markOf'],
  goesOn: (block: number) => boolean,
  spacesOf: (resources: ContentWithResources['resources']) => SpaceOf,
): Sheet {
  const streams: Stream[] = [];
  const all: ContentWithResources[] = [];
  const seen = new Set<PDFRef>();
  const mark = (painted: ContentWithResources, matrix: Matrix, form?: PDFRef): void => {
    const forms = formsIn(painted.resources);
    const marked = markContent(operationsWithRuns(ownStreamData(painted.stream)), {
      markOf,
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
  // What has opacity is painted behind other text of its block.
  if (streams.length > 1) texts.sort((one, other) => one.order - other.order);
  const ends = lineEnds(texts, goesOn);
  streams.forEach(({ marked }, i) => {
    const painted = all[i] as ContentWithResources;
    const ending = marked.texts.filter((text) => ends.has(text));
    const operations = withSpaces(marked.operations, ending, spacesOf(painted.resources));
    replaceContent(document, painted, writeOperations(operations));
    // They are no longer needed, and are many.
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
