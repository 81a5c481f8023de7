import { type PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { dictAt, valueAt } from '../../../build/pdf-reading/file/objects.ts';
import { contentData } from '../../../build/pdf-reading/file/stream-data.ts';
import { type PdfPage, readPages } from '../../../build/pdf-reading/pages.ts';
import { readTagTree, type Tag } from '../../../build/pdf-reading/tags.ts';

/** A PDF that is open to be spoilt. */
export interface Open {
  doc: PDFDocument;
  catalog: PDFDict;
  pages: PdfPage[];
  tags: Tag[];
  page(number: number): PDFDict;
  /** The first tag of a type, on whatever page. */
  tag(type: string): Tag;
  /** Reads PDF syntax that has no references: `<< /S /Artifact >>`. */
  object(value: Parameters<PDFDocument['context']['obj']>[0]): PDFObject;
  /** Puts operators at the end of a page. */
  paint(number: number, operators: string): void;
  /** Changes the operators of a page. */
  repaint(number: number, change: (content: string) => string): void;
  /** Gives a page something by a name: `add(3, 'Font', 'T3', dict)`. */
  give(number: number, kind: string, name: string, value: PDFObject): void;
  /** Changes the file’s metadata. */
  describe(change: (xmp: string) => string): void;
}

/** The bytes of a PDF after a change. */
export async function changed(bytes: Uint8Array, change: (open: Open) => void): Promise<Uint8Array> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = doc;
  const pages = readPages(catalog);
  const tags = readTagTree(catalog)?.all ?? [];
  const page = (number: number) => pages[number - 1]?.dict as PDFDict;
  const put = (number: number, content: string) =>
    page(number).set(PDFName.of('Contents'), context.register(context.stream(Buffer.from(content, 'latin1'))));
  const content = (number: number) => Buffer.from(contentData(valueAt(page(number), 'Contents'))).toString('latin1');
  change({
    doc,
    catalog,
    pages,
    tags,
    page,
    tag: (type) => {
      const tag = tags.find((one) => one.type === type);
      if (!tag) throw new Error(`There is no tag ${type}`);
      return tag;
    },
    object: (value) => context.obj(value as never) as PDFObject,
    paint: (number, operators) => put(number, `q\n${content(number)}\nQ\n${operators}\n`),
    repaint: (number, rewrite) => {
      const before = content(number);
      const after = rewrite(before);
      if (before === after) throw new Error(`Nothing was changed on page ${number}`);
      put(number, after);
    },
    give: (number, kind, name, value) => {
      // Pages share their resources: this page gets its own.
      const resources = dictAt(page(number), 'Resources')?.clone(context) ?? context.obj({});
      const list = dictAt(resources, kind)?.clone(context) ?? context.obj({});
      list.set(PDFName.of(name), value);
      resources.set(PDFName.of(kind), list);
      page(number).set(PDFName.of('Resources'), resources);
    },
    describe: (rewrite) => {
      const stream = valueAt(catalog, 'Metadata') as PDFRawStream;
      const before = Buffer.from(contentData(stream)).toString('utf8');
      const after = rewrite(before);
      if (before === after) throw new Error('Nothing was changed in the metadata');
      const dict = context.obj({ Type: 'Metadata', Subtype: 'XML' });
      catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(dict, Buffer.from(after, 'utf8'))));
    },
  });
  return doc.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}

export const name = (text: string) => PDFName.of(text);
export const string = (text: string) => PDFString.of(text);
