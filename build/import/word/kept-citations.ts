import { allIn, at, child, childrenOf, elements, textInside, type Xml } from '../office/xml.ts';
import { fieldInPieces } from './fields.ts';
import type { Package } from './package.ts';

/**
 * Makes fields of citations that reference managers keep in another way, so that they are read as all others: as a
 * bookmark, with its code in the properties of the file (Zotero, Mendeley), or in the tag of a control (Mendeley Cite).
 */
export function fieldsOfCitations(text: Xml, codes: ReadonlyMap<string, string>): void {
  for (const control of allIn(text, 'w:sdt')) {
    const tag = at(control, 'w:sdtPr/w:tag')?.attributes['w:val'] ?? '';
    const data = /^MENDELEY_CITATION_v\d+_([A-Za-z\d+/=]+)$/.exec(tag)?.[1];
    const content = child(control, 'w:sdtContent');
    if (data === undefined || !content || child(content, 'w:p')) continue;
    const code = `ADDIN CSL_CITATION ${Buffer.from(data, 'base64').toString('utf8')}`;
    content.children = fieldInPieces(code, content.children);
  }
  for (const paragraph of allIn(text, 'w:p')) {
    for (const start of childrenOf(paragraph, 'w:bookmarkStart')) {
      const { 'w:name': name = '', 'w:id': id } = start.attributes;
      if (!kept.test(name)) continue;
      const end = childrenOf(paragraph, 'w:bookmarkEnd').find(({ attributes }) => attributes['w:id'] === id);
      const [from, to] = [start, end].map((one) => (one ? paragraph.children.indexOf(one) : -1)) as [number, number];
      if (to < from) continue;
      const between = paragraph.children.slice(from + 1, to);
      paragraph.children.splice(from, to - from + 1, ...fieldInPieces(codeOf(codes.get(name)), between));
    }
  }
}

/** Names of bookmarks that reference managers set around citations. */
const kept = /^(?:ZOTERO_BREF_|Mendeley_Bookmark_)/i;

/** The code of a field for a bookmark. Without its works, the words of the citation stay, with a doubt. */
function codeOf(code = ''): string {
  if (/BIBL/.test(code.slice(0, 40))) return 'ADDIN ZOTERO_BIBL';
  return `ADDIN CSL_CITATION ${code.slice(Math.max(code.indexOf('{'), 0))}`;
}

/** The codes of bookmarks, which the properties of a file keep in pieces: `ZOTERO_BREF_x_1`, `ZOTERO_BREF_x_2`. */
export function codesOfBookmarks(file: Package): Map<string, string> {
  const pieces: { name: string; number: number; code: string }[] = [];
  const properties = file.names.includes('docProps/custom.xml') ? file.xml('docProps/custom.xml') : undefined;
  for (const property of properties ? elements(properties) : []) {
    const [, name = '', number = ''] = /^(.+)_(\d+)$/.exec(property.attributes.name ?? '') ?? [];
    if (kept.test(name)) pieces.push({ name, number: Number(number), code: textInside(property) });
  }
  const codes = new Map<string, string>();
  for (const { name, code } of pieces.sort((a, b) => a.number - b.number))
    codes.set(name, (codes.get(name) ?? '') + code);
  return codes;
}
