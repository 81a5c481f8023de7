import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { internName, internNumber, internRef } from './interned.ts';
import { isDigit, nextToken, parseNumber, stringEnd, tokenEnd, unexpectedAt } from './syntax.ts';

/** A reader of objects: `object` reads the one that begins at a position; `end` returns where the last one ended. */
export interface ObjectReader {
  object: (from: number) => PDFObject;
  end: () => number;
}

/**
 * Returns a reader of PDF objects (ISO 32000-1, 7.3) as Chrome and our own passes write them. They belong to `context`.
 * The reader throws an Error at syntax that it does not know; pdf-lib’s own parser accepts more, and is slower.
 */
export function objectReader(bytes: Buffer, context: PDFContext): ObjectReader {
  let at = 0;

  function readObject(): PDFObject {
    at = nextToken(bytes, at);
    switch (bytes[at]) {
      case 0x2f: // /
        return readName();
      case 0x3c: // <
        return bytes[at + 1] === 0x3c ? readDict() : readHexString();
      case 0x28: // (
        return readString();
      case 0x5b: // [
        return readArray();
      default:
        return readRegular();
    }
  }

  function readName(): PDFName {
    const from = at + 1;
    at = tokenEnd(bytes, from);
    return internName(bytes, from, at);
  }

  function readDict(): PDFDict {
    const entries = new Map<PDFName, PDFObject>();
    for (at = nextToken(bytes, at + 2); bytes[at] !== 0x3e; at = nextToken(bytes, at)) {
      if (bytes[at] !== 0x2f) throw unexpectedAt(bytes, at, 'a name or >>');
      const name = readName();
      entries.set(name, readObject());
    }
    at += 2;
    const type = entries.get(names.Type);
    if (type === names.Page) return PDFPageLeaf.fromMapWithContext(entries, context);
    if (type === names.Pages) return PDFPageTree.fromMapWithContext(entries, context);
    if (type === names.Catalog) return PDFCatalog.fromMapWithContext(entries, context);
    return PDFDict.fromMapWithContext(entries, context);
  }

  function readArray(): PDFArray {
    const array = PDFArray.withContext(context);
    for (at = nextToken(bytes, at + 1); bytes[at] !== 0x5d; at = nextToken(bytes, at)) array.push(readObject());
    at++;
    return array;
  }

  function readString(): PDFString {
    const from = at;
    at = stringEnd(bytes, from);
    return PDFString.of(bytes.toString('latin1', from + 1, at - 1));
  }

  function readHexString(): PDFHexString {
    const from = at;
    at = bytes.indexOf('>', from) + 1;
    if (at === 0) throw unexpectedAt(bytes, from, 'a string that ends');
    return PDFHexString.of(bytes.toString('latin1', from + 1, at - 1));
  }

  /** `12`, `12 0 R`, `true`. */
  function readRegular(): PDFObject {
    const from = at;
    const end = tokenEnd(bytes, from);
    at = end;
    const value = parseNumber(bytes, from, end);
    if (Number.isNaN(value)) return keywordAt(bytes, from, end);
    const next = nextToken(bytes, end);
    if (!isDigit(bytes[next] as number)) return internNumber(value);
    const nextEnd = tokenEnd(bytes, next);
    const sign = nextToken(bytes, nextEnd);
    if (bytes[sign] !== 0x52) return internNumber(value);
    at = sign + 1;
    const generation = parseNumber(bytes, next, nextEnd);
    return generation === 0 ? internRef(value) : PDFRef.of(value, generation);
  }

  const object = (from: number): PDFObject => {
    at = from;
    return readObject();
  };
  return { object, end: () => at };
}

function keywordAt(bytes: Buffer, from: number, to: number): PDFObject {
  const word = bytes.toString('latin1', from, to);
  if (word === 'true') return PDFBool.True;
  if (word === 'false') return PDFBool.False;
  if (word === 'null') return PDFNull;
  throw unexpectedAt(bytes, from, 'an object');
}

const names = {
  Catalog: PDFName.of('Catalog'),
  Page: PDFName.of('Page'),
  Pages: PDFName.of('Pages'),
  Type: PDFName.of('Type'),
};
