import { PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type ContentStream, contentOf } from '../file/streams.ts';

/**
 * A content stream with its resources: that of a page, or of a form XObject (ISO 32000-1, 8.10), as the browser writes
 * one for content with opacity.
 */
export interface PaintingStream extends ContentStream {
  resources: PDFDict | undefined;
}

/** The content stream of a page, followed by those of all forms that it can paint, directly or inside others. */
export function paintedOf(page: PDFPage): PaintingStream[] {
  const all = [paintedByPage(page)];
  const seen = new Set<PDFRef>();
  for (const { resources } of all)
    for (const form of formsIn(resources).values()) {
      if (!seen.has(form.ref)) all.push(form);
      seen.add(form.ref);
    }
  return all;
}

export function paintedByPage(page: PDFPage): PaintingStream {
  return { ...contentOf(page), resources: page.node.Resources() };
}

/** The forms among resources, by their names with the slash. A form without resources of its own has these. */
export function formsIn(resources: PDFDict | undefined): Map<string, PaintingStream> {
  const forms = new Map<string, PaintingStream>();
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  for (const [name, ref] of objects?.entries() ?? []) {
    const stream = objects?.lookup(name);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    if (stream.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
    const own = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources;
    forms.set(String(name), { ref, stream, resources: own });
  }
  return forms;
}
