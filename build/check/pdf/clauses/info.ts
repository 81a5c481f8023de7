import { nameAt, textAt } from '../../../pdf-reading/file/objects.ts';
import { isoFromPdfDate } from '../../../pdf-reading/pdf-date.ts';
import type { Clause } from '../clause.ts';

/**
 * Entries of Info with the corresponding properties of XMP (ISO 19005-1, 6.7.3, whose comparison is still the usual
 * one).
 */
const pairs: [info: string, xmp: string, kind: 'text' | 'names' | 'date'][] = [
  ['Title', 'dc:title', 'text'],
  ['Author', 'dc:creator', 'names'],
  ['Subject', 'dc:description', 'text'],
  ['Keywords', 'pdf:Keywords', 'text'],
  ['Creator', 'xmp:CreatorTool', 'text'],
  ['Producer', 'pdf:Producer', 'text'],
  ['CreationDate', 'xmp:CreateDate', 'date'],
  ['ModDate', 'xmp:ModifyDate', 'date'],
  ['Trapped', 'pdf:Trapped', 'text'],
];

export const info: Clause = {
  rule: 'pdf-info',
  appliesTo: ['print', 'screen', 'plain'],
  isOfFrame: true,
  check({ info, xmp }, { find, skip }, { profile }) {
    if (!xmp || typeof xmp === 'string') return skip('The file has no metadata that could be read');
    if (!info) return skip('The file has no Info, only metadata');
    for (const [key, property, kind] of pairs) {
      const old = textAt(info, key) ?? nameAt(info, key);
      const now = xmp.get(property);
      if (old === undefined || (old === '' && !now?.[0])) continue;
      if (now === undefined) {
        // A file that claims no standard need not have everything twice.
        if (profile !== 'plain')
          find({ found: `Info has ${key} “${short(old)}”, the metadata no ${property}`, expected: 'the same in both' });
      } else if (!same(old, now, kind))
        find({
          found: `Info has ${key} “${short(old)}”, the metadata ${property} “${short(now.join('; '))}”`,
          expected: 'the same in both',
          ...(profile === 'plain' ? { level: 'warning' as const } : {}),
        });
    }
  },
};

function same(old: string, now: readonly string[], kind: 'text' | 'names' | 'date'): boolean {
  if (kind === 'date') return isoFromPdfDate(old) !== undefined && isoFromPdfDate(old) === isoFromPdfDate(now[0] ?? '');
  if (kind === 'text') return old.trim() === (now[0] ?? '').trim();
  // No standard says how the names of authors are joined in one string.
  const together = now.join(' ');
  return now.every((name) => old.includes(name)) && letters(old) === letters(together);
}

const letters = (text: string) => text.replace(/(?<!\p{L})(and|und|et|та|и)(?!\p{L})|[^\p{L}]/gu, '');
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
