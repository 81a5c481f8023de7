import { ParseSpeeds, type PDFContext, PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { maxFileBytes } from './file/limits.ts';
import { asDict, itemsAt, nameAt } from './file/objects.ts';
import { openPdf } from './file/open-pdf.ts';
import { inflate } from './file/stream-data.ts';
import { Unreadable } from './file/unreadable.ts';
import { type PdfPage, readPages } from './pages.ts';
import { readTagTree, type TagTree } from './tags.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** A PDF that was read, as the clauses check it. */
export interface Pdf {
  bytes: Uint8Array;
  context: PDFContext;
  catalog: PDFDict;
  info: PDFDict | undefined;
  pages: PdfPage[];
  /** Its metadata; a string says why they cannot be read. */
  xmp: Xmp | string | undefined;
  tags: TagTree | undefined;
  /** All indirect dictionaries, and those of streams. */
  dicts: readonly PDFDict[];
}

/** Reads a PDF from any producer. Throws {@link Unreadable}. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  requireWholePdf(bytes);
  refuseBombs(bytes);
  return pdfIn(bytes, await parse(bytes));
}

/**
 * Reads a PDF that our own passes just made, in half the time. Throws an Error for any other PDF, now or when an object
 * is looked up.
 */
export function readOwnPdf(bytes: Uint8Array): Pdf {
  requireWholePdf(bytes);
  return pdfIn(bytes, openPdf(bytes).context);
}

function pdfIn(bytes: Uint8Array, context: PDFContext): Pdf {
  if (context.trailerInfo.Encrypt)
    throw new Unreadable('The file is encrypted', 'a PDF that anybody can open, print and read aloud', 'pdf-unlocked');
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict))
    throw new Unreadable('The file has no catalogue, the object that all others hang on');
  const dicts = once(() => context.enumerateIndirectObjects().flatMap(([, object]) => asDict(object) ?? []));
  const tags = once(() => readTagTree(catalog));
  return {
    bytes,
    context,
    catalog,
    info: asDict(context.lookup(context.trailerInfo.Info)),
    pages: readPages(catalog),
    xmp: readXmp(catalog),
    // Most objects of a file are tags: they are read when a clause looks at them.
    get tags() {
      return tags();
    },
    get dicts() {
      return dicts();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Throws {@link Unreadable} if the bytes are not a PDF, or are incomplete. */
function requireWholePdf(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > maxFileBytes)
    throw new Unreadable(
      `The file has ${Math.round(bytes.length / 2 ** 20)} MB`,
      `at most ${maxFileBytes / 2 ** 20} MB`,
    );
  if (buffer.indexOf('%PDF-') < 0 || buffer.indexOf('%PDF-') > 1024)
    throw new Unreadable('The file is not a PDF', 'a file that begins with %PDF-');
  const tail = buffer.toString('latin1', Math.max(0, bytes.length - 2048));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  if (start === undefined) throw new Unreadable('The file breaks off', 'startxref and %%EOF at its end');
  // If bytes precede the header, which `pdf-header` reports, viewers count positions from the header.
  const isThere = [0, buffer.indexOf('%PDF-')].some((offset) =>
    /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(
      buffer.toString('latin1', offset + Number(start), offset + Number(start) + 40),
    ),
  );
  if (!isThere)
    throw new Unreadable('The table of objects is not where the end of the file says: bytes were lost or added');
}

/** Object streams are decompressed before a clause can check them: none may expand beyond the limit. */
function refuseBombs(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf('ObjStm'); at >= 0; at = buffer.indexOf('ObjStm', at + 6)) {
    const start = buffer.indexOf('stream', at + 6);
    if (start < 0 || start > at + 1000) continue;
    const data = start + (buffer[start + 6] === 13 ? 8 : 7);
    const end = buffer.indexOf('endstream', data);
    if (buffer[data] === 0x78) inflate(buffer.subarray(data, end < 0 ? undefined : end));
  }
}

async function parse(bytes: Uint8Array): Promise<PDFContext> {
  try {
    return (
      await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest })
    ).context;
  } catch (error) {
    const byte = /offset=(\d+)/.exec((error as Error).message)?.[1];
    throw new Unreadable(
      byte ? `The file is damaged near its byte ${byte}` : 'The file is damaged: its objects are not as a PDF has them',
      'a file as the program that made it wrote it',
    );
  }
}

/** Returns the dictionaries of a file’s fonts; the parts of a composite font are not fonts by themselves. */
export function fontDictsOf({ dicts }: Pdf): PDFDict[] {
  const parts = new Set(
    dicts.flatMap((dict) => (nameAt(dict, 'Subtype') === 'Type0' ? itemsAt(dict, 'DescendantFonts').map(asDict) : [])),
  );
  return dicts.filter((dict) => nameAt(dict, 'Type') === 'Font' && !parts.has(dict));
}
