import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { uuidOf } from '../issue/identifier.ts';
import { streamOf } from '../pdf-reading/file/streams.ts';
import type { DocumentFacts } from './document-facts.ts';
import { type Claims, keywordLine, xmpPacket } from './xmp.ts';

/**
 * Writes a PDF’s metadata: the XMP packet, the document information dictionary with the same words (ISO 32000-2, 14.3),
 * the file identifiers (14.4), the title bar and the language. `seed` is the data that the file is made from, e.g.
 * Chrome’s PDF: the identifiers are hashes of it and of the metadata. Chrome’s `Producer` is kept behind ours.
 */
export function setMetadata(document: PDFDocument, about: DocumentFacts, claims: Claims, seed: Uint8Array): void {
  const { context, catalog } = document;
  const producer = ['Offprint', document.getProducer()].filter(Boolean).join(' · ');
  const documentId = `uuid:${about.identifier.replace('urn:uuid:', '')}`;
  const hash = createHash('sha256')
    .update(seed)
    .update(JSON.stringify([about, claims]))
    .digest('hex');
  const from = { documentId, instanceId: `uuid:${uuidOf(hash)}`, creatorTool: 'Offprint', producer };

  const date = PDFString.fromDate(about.date);
  const info = context.obj({
    Title: text(about.title),
    ...(about.creators.length > 0 ? { Author: text(about.creators.join('; ')) } : {}),
    ...(about.description ? { Subject: text(about.description) } : {}),
    ...(about.keywords.length > 0 ? { Keywords: text(keywordLine(about)) } : {}),
    Creator: text(from.creatorTool),
    Producer: text(producer),
    CreationDate: date,
    ModDate: date,
    ...(claims.pdfx ? { Trapped: 'False' } : {}),
  });
  context.trailerInfo.Info = context.register(info);
  const packet = new TextEncoder().encode(xmpPacket(about, claims, from));
  // The packet stays uncompressed for programs that cannot read PDF.
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
  const [work, file] = [hashOf(about.identifier), hashOf(hash)].map((digits) => PDFHexString.of(digits));
  if (work && file) context.trailerInfo.ID = context.obj([work, file]);
  catalog.set(PDFName.of('Lang'), PDFString.of(about.languages[0] ?? ''));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
}

/**
 * Declares the printing or viewing condition of an edition’s colours (ISO 32000-2, 14.11.5). `profile` is an ICC
 * profile with this number of components.
 */
export function setOutputIntent(
  document: PDFDocument,
  intent: { standard: 'GTS_PDFA1' | 'GTS_PDFX'; condition: string; info: string; registry?: string },
  profile: { data: Uint8Array; components: 1 | 3 | 4 },
): void {
  const { context, catalog } = document;
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: intent.standard,
        OutputConditionIdentifier: text(intent.condition),
        Info: text(intent.info),
        ...(intent.registry ? { RegistryName: text(intent.registry) } : {}),
        DestOutputProfile: context.register(streamOf(context, profile.data, { N: profile.components })),
      },
    ]),
  );
}

/** A hash of 16 bytes, in hexadecimal digits. */
function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** Writes a text: ASCII stays legible, all other text is UTF-16. */
function text(value: string): PDFString | PDFHexString {
  return /^[\x20-\x7e]*$/.test(value) && !/[()\\]/.test(value) ? PDFString.of(value) : PDFHexString.fromText(value);
}
