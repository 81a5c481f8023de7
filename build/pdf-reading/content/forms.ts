import { PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Content, contentOf } from '../file/streams.ts';

/** A content stream with what its content names: that of a page, or of a form XObject (ISO 32000-1, 8.10), as the browser writes one for what is painted with opacity. */
export interface Painted extends Content {
  resources: PDFDict | undefined;
}

/** The content of a page, and behind it those of all forms that it can paint, themselves or in one another. */
export function paintedOf(page: PDFPage): Painted[] {
  const all = [paintedByPage(page)];
  const seen = new Set<PDFRef>();
  for (const { resources } of all)
    for (const form of formsIn(resources).values()) {
      if (!seen.has(form.ref)) all.push(form);
      seen.add(form.ref);
    }
  return all;
}

export function paintedByPage(page: PDFPage): Painted {
  return { ...contentOf(page), resources: page.node.Resources() };
}

/** The forms among resources, by their names there with the stroke. One without resources of its own has those. */
export function formsIn(resources: PDFDict | undefined): Map<string, Painted> {
  const forms = new Map<string, Painted>();
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
