import { PDFArray, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Sink } from '../../disk/output-files.ts';
import { type FileWriter, writeFile } from './file-writer.ts';
import { joinFaces } from './join-faces.ts';
import { packObjects } from './pack-objects.ts';
import type { RelocatablePart } from './relocatable-part.ts';

/** A PDF that is being linked from parts. */
export interface LinkedFile {
  /** The objects that belong to no part, such as the catalogue. Objects of parts are references there. */
  frame: PDFDocument;
  /** A reference to an object that the frame gets later, for parts that refer to it. */
  reserve: () => PDFRef;
  /**
   * Writes a part, which is not needed afterwards. `imports` are what it refers to; its keys of the parent tree begin
   * with `firstKey`. Returns the references to its objects.
   */
  add: (
    part: RelocatablePart,
    about: { imports: readonly PDFRef[]; firstKey?: number },
  ) => Promise<(object: number) => PDFRef>;
  /** Ends the file. */
  finish: () => Promise<void>;
}

/**
 * Begins to link a PDF. Objects that several parts have alike are stored once, and so is each face; the same parts in
 * the same order give the same bytes. Of the parts that were added, it holds the glyphs of their faces, the places and
 * hashes of their objects, and what {@link writeFile} puts at the end.
 */
export async function startLink(version: string, sink: Sink): Promise<LinkedFile> {
  const frame = await PDFDocument.create({ updateMetadata: false });
  const { context } = frame;
  const writer: FileWriter = writeFile(version, sink);
  let last = 0;
  const nextNumber = () => ++last;
  /** The numbers in the file of objects of the frame that parts refer to, and of objects of parts. */
  const reserved = new Map<PDFRef, number>();
  const outside = new Map<PDFRef, number>();
  const known = new Map<string, number>();
  const fonts = new Map<number, PDFRef>();

  const reserve = (): PDFRef => {
    const ref = context.nextRef();
    reserved.set(ref, nextNumber());
    return ref;
  };
  const faces = joinFaces(() => {
    const ref = reserve();
    const number = reserved.get(ref) as number;
    fonts.set(number, ref);
    return number;
  });
  const write = async (
    { objects, streams, shareable, faces: own }: RelocatablePart,
    imports: readonly number[],
    firstKey: number,
    fixed: ReadonlyMap<number, number>,
  ): Promise<Uint32Array> => {
    const numbers = new Uint32Array(objects.ends.length / 4);
    const isOld = new Set<number>();
    for (const { object, hash } of shareable) {
      const number = known.get(hash) ?? nextNumber();
      numbers[object] = number;
      if (known.has(hash)) isOld.add(object);
      known.set(hash, number);
    }
    for (const [object, number] of fixed) numbers[object] = number;
    for (let object = 0; object < numbers.length; object++) if (numbers[object] === 0) numbers[object] = nextNumber();
    const numbering = { objects: numbers, imports, faces: own.map((face) => faces.add(face)), firstKey };
    const data = new Map(streams.map((stream) => [stream.object, stream.data]));
    await writer.write(objects, data, numbering, (object) => !isOld.has(object));
    return numbers;
  };

  return {
    frame,
    reserve,
    add: async (part, { imports, firstKey = 0 }) => {
      const numbers = await write(
        part,
        imports.map((ref) => reserved.get(ref) as number),
        firstKey,
        new Map(),
      );
      const refs = new Map<number, PDFRef>();
      return (object) => {
        const ref = refs.get(object) ?? context.nextRef();
        refs.set(object, ref);
        outside.set(ref, numbers[object] as number);
        return ref;
      };
    },
    finish: async () => {
      faces.write(context, (font) => fonts.get(font) as PDFRef);
      const { Root, Info, ID } = context.trailerInfo;
      const roots = [Root, Info, ...reserved.keys()].filter((ref) => ref instanceof PDFRef);
      const imported = [...outside];
      const imports = new Map(imported.map(([ref], index) => [ref, index]));
      const { part, objectOf } = await packObjects({ context, roots, imports, isFrame: true });
      const fixed = new Map([...reserved].map(([ref, number]) => [objectOf(ref), number]));
      const numbers = await write(
        part,
        imported.map(([, number]) => number),
        0,
        fixed,
      );
      const trailer = Object.entries({ Root, Info }).map(([key, ref]) =>
        ref instanceof PDFRef ? `/${key} ${numbers[objectOf(ref)]} 0 R` : '',
      );
      if (ID instanceof PDFArray) trailer.push(`/ID${ID}`);
      await writer.finish(trailer.join(''), nextNumber);
    },
  };
}
