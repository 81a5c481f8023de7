import type { PDFDict } from '@cantoo/pdf-lib';
import { itemsAt, nameAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { pageFinder } from '../../../../pdf-reading/page-of-tag.ts';
import { enclosingTag, isTag, type Tag } from '../../../../pdf-reading/tags.ts';
import type { Clause } from '../../clause.ts';
import { shapeFaults, tagAttributes } from '../../table-shape.ts';

/** The tags allowed in each tag of a table (ISO 32000-1, 14.8.4.3.4). */
const inside: Record<string, RegExp> = {
  Table: /^(TR|THead|TBody|TFoot|Caption)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(TH|TD)$/,
};
const holders: Record<string, RegExp> = {
  TR: /^(Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
  TFoot: /^Table$/,
};

export const tagsTables: Clause = {
  rule: 'tags-tables',
  appliesTo: ['screen'],
  check(pdf, { find, skip }) {
    const parts = (pdf.tags?.all ?? []).filter(({ type }) => type in inside || type in holders);
    if (parts.length === 0) return skip('There are no tables');
    const pageOf = pageFinder(pdf);
    const isKnown = headFinder(parts);
    for (const tag of parts) {
      const wanted = holders[tag.type];
      if (wanted && !wanted.test(tag.parent?.type ?? ''))
        find({
          found: `A ${tag.type} stands in a ${tag.parent?.type ?? 'file'}`,
          expected: 'cells in rows, rows in tables',
          on: pageOf(tag),
        });
      const allowed = inside[tag.type];
      const wrong = allowed && tag.kids.filter(isTag).find(({ type }) => !allowed.test(type));
      // A cell or row in the wrong place was already reported by itself.
      if (wrong && !(wrong.type in holders))
        find({
          found: `A ${wrong.type} stands in a ${tag.type}`,
          expected: 'cells in rows, rows in tables',
          on: pageOf(tag),
        });
      if (tag.type === 'TH' && !scopeOf(tag.dict) && !isKnown(tag))
        find({
          found: 'A head cell does not say what it heads',
          expected: 'Scope: Row, Column or Both',
          on: pageOf(tag),
        });
      if (tag.type === 'Table') for (const fault of shapeFaults(tag)) find({ ...fault, on: pageOf(tag) });
    }
  },
};

/**
 * Returns a function that is true if a head cell need not say what it heads: another cell names it, or all cells of its
 * table name their heads.
 */
function headFinder(parts: readonly Tag[]): (head: Tag) => boolean {
  const cells = parts.filter(({ type }) => type === 'TD');
  const ids = new Set(parts.map(({ dict }) => String(valueAt(dict, 'ID'))));
  const named = new Set(parts.flatMap(({ dict }) => headersOf(dict)));
  const loose = new Set(
    cells
      .filter(({ dict }) => headersOf(dict).length === 0 || !headersOf(dict).every((id) => ids.has(id)))
      .map((cell) => enclosingTag(cell, /^Table$/)),
  );
  return (head) => named.has(String(valueAt(head.dict, 'ID'))) || !loose.has(enclosingTag(head, /^Table$/));
}

function headersOf(dict: PDFDict): string[] {
  return tagAttributes(dict).flatMap((attribute) => itemsAt(attribute, 'Headers').map((one) => String(one)));
}

function scopeOf(dict: PDFDict): string | undefined {
  const scope = tagAttributes(dict)
    .map((attribute) => nameAt(attribute, 'Scope'))
    .find(Boolean);
  return scope && /^(Row|Column|Both)$/.test(scope) ? scope : undefined;
}
