import { doiAddress } from '../text/identifiers.ts';
import type { DocumentFacts } from './document-facts.ts';

/** The standards that a PDF claims to conform to. */
export interface Claims {
  /** ISO 19005: part and level. */
  pdfa?: { part: 2 | 3; conformance: 'A' | 'B' | 'U' };
  /** ISO 14289, part 1. */
  pdfua?: 1;
  /** ISO 15930, by its name: `PDF/X-4`. */
  pdfx?: string;
}

/** The identity of a file: ids of the work and of these bytes, and the programs that made it. */
export interface Provenance {
  documentId: string;
  instanceId: string;
  creatorTool: string;
  producer: string;
}

/**
 * Writes the XMP packet of a PDF (ISO 16684-1): Dublin Core, XMP basic, rights and media management, PDF, PRISM 3.0 and
 * the identifications of the standards it claims. PDF/A allows properties of other schemas only with a description (ISO
 * 19005-2, 6.6.2.3), which is then included.
 */
export function xmpPacket(about: DocumentFacts, claims: Claims, from: Provenance): string {
  const date = xmpDate(about.date);
  const prism = prismOf(about);
  const properties = [
    simple('dc:format', 'application/pdf'),
    list('dc:title', 'Alt', [about.title]),
    list('dc:creator', 'Seq', about.creators),
    about.description && list('dc:description', 'Alt', [about.description]),
    list('dc:subject', 'Bag', about.keywords),
    list('dc:publisher', 'Bag', [about.publisher]),
    about.rights && list('dc:rights', 'Alt', [about.rights]),
    list('dc:language', 'Bag', about.languages),
    list('dc:date', 'Seq', [date]),
    list('dc:type', 'Bag', ['Text']),
    simple('dc:identifier', about.doi ? `doi:${about.doi}` : about.identifier),
    simple('xmp:CreateDate', date),
    simple('xmp:ModifyDate', date),
    simple('xmp:MetadataDate', date),
    simple('xmp:CreatorTool', from.creatorTool),
    about.licence && simple('xmpRights:Marked', 'True'),
    about.licence && simple('xmpRights:WebStatement', about.licence),
    simple('xmpMM:DocumentID', from.documentId),
    simple('xmpMM:InstanceID', from.instanceId),
    simple('xmpMM:RenditionClass', 'default'),
    simple('xmpMM:VersionID', '1'),
    simple('pdf:Producer', from.producer),
    about.keywords.length > 0 && simple('pdf:Keywords', keywordLine(about)),
    claims.pdfx && simple('pdf:Trapped', 'False'),
    claims.pdfa && simple('pdfaid:part', String(claims.pdfa.part)),
    claims.pdfa && simple('pdfaid:conformance', claims.pdfa.conformance),
    claims.pdfua && simple('pdfuaid:part', String(claims.pdfua)),
    claims.pdfx && simple('pdfxid:GTS_PDFXVersion', claims.pdfx),
    ...prism.map(([name, value]) => simple(`prism:${name}`, value)),
    claims.pdfa && extensions(claims, prism),
  ].filter(Boolean);
  const namespaces = Object.entries(schemas).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces.join('')}>`,
    ...properties,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** The keywords in one line, as in the document information dictionary. */
export function keywordLine({ keywords }: Pick<DocumentFacts, 'keywords'>): string {
  return keywords.join(', ');
}

/** `2026-12-01T00:00:00Z` */
function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

type Property = [name: string, value: string];

/** The PRISM properties of an article or an issue, in the order of the specification (PRISM basic metadata 3.0). */
function prismOf(about: DocumentFacts): Property[] {
  const { issn, doi, pages } = about;
  const properties: [string, string | undefined][] = [
    ['publicationName', about.journal],
    ['issn', issn.print],
    ['eIssn', issn.online],
    ['volume', about.volume],
    ['number', about.number],
    ['coverDisplayDate', about.coverDate],
    ['publicationDate', about.date.toISOString().slice(0, 10)],
    ['startingPage', pages?.first],
    ['endingPage', pages?.last],
    ['pageRange', pages && (pages.first === pages.last ? pages.first : `${pages.first}-${pages.last}`)],
    ['doi', doi],
    ['url', doi && doiAddress(doi)],
  ];
  return properties.filter((property): property is Property => property[1] !== undefined);
}

const schemas = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  prism: 'http://prismstandard.org/namespaces/basic/3.0/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

function simple(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

function list(name: string, kind: 'Alt' | 'Bag' | 'Seq', values: readonly string[]): string {
  if (values.length === 0) return '';
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const items = values.map((value) => `<rdf:li${language}>${escapeXml(value)}</rdf:li>`);
  return `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`;
}

function extensions(claims: Claims, prism: readonly Property[]): string {
  const described: string[] = [];
  if (claims.pdfua) {
    described.push(
      schema('pdfuaid', 'PDF/UA identification schema', [['part', 'Integer', 'internal', 'Part of ISO 14289']]),
    );
  }
  if (prism.length > 0) {
    const properties = prism.map(([name]): [string, string, string, string] => [
      name,
      'Text',
      'external',
      `PRISM ${name}`,
    ]);
    described.push(schema('prism', 'PRISM basic metadata', properties));
  }
  if (described.length === 0) return '';
  return `<pdfaExtension:schemas><rdf:Bag>${described.join('')}</rdf:Bag></pdfaExtension:schemas>`;
}

function schema(prefix: 'pdfuaid' | 'prism', title: string, properties: readonly (readonly string[])[]): string {
  const items = properties.map(
    ([name = '', type = '', category = '', text = '']) =>
      `<rdf:li rdf:parseType="Resource">${simple('pdfaProperty:name', name)}${simple('pdfaProperty:valueType', type)}${simple(
        'pdfaProperty:category',
        category,
      )}${simple('pdfaProperty:description', text)}</rdf:li>`,
  );
  const head = `${simple('pdfaSchema:schema', title)}${simple('pdfaSchema:namespaceURI', schemas[prefix])}`;
  return `<rdf:li rdf:parseType="Resource">${head}${simple('pdfaSchema:prefix', prefix)}<pdfaSchema:property><rdf:Seq>${items.join(
    '',
  )}</rdf:Seq></pdfaSchema:property></rdf:li>`;
}

/** Escapes a text for XML, without control characters, which XML forbids. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
