import { PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type ContentStream, contentStreamOf } from '../file/streams.ts';

/**
 * A content stream and the resources that it names: the content of a page, or of a form XObject (ISO 32000-1, 8.10),
 * which Chrome writes for what is painted with opacity.
 */
export interface ContentWithResources extends ContentStream {
  resources: PDFDict | undefined;
}

/** Returns the content of a page, followed by that of all forms that it can paint, directly or through other forms. */
export function pageContents(page: PDFPage): ContentWithResources[] {
  const all = [pageContent(page)];
  const seen = new Set<PDFRef>();
  for (const { resources } of all)
    for (const form of formsIn(resources).values()) {
      if (!seen.has(form.ref)) all.push(form);
      seen.add(form.ref);
    }
  return all;
}

export function pageContent(page: PDFPage): ContentWithResources {
  return { ...contentStreamOf(page), resources: page.node.Resources() };
}

/**
 * Returns the forms among resources, by their names there (with the slash). A form without resources of its own uses
 * these.
 */
export function formsIn(resources: PDFDict | undefined): Map<string, ContentWithResources> {
  const forms = new Map<string, ContentWithResources>();
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
