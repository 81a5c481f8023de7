import { PDFArray, type PDFDict } from '@cantoo/pdf-lib';
import type { Clause } from '../clause.ts';
import { asDict, asName, itemsAt, nameAt, valueAt } from '../objects.ts';
import { pageFinder } from '../page-of-tag.ts';
import { isTag, type Tag } from '../tags.ts';

/** What may stand in what (ISO 32000-1, 14.8.4.3.4). */
const inside: Record<string, RegExp> = {
  Table: /^(TR|THead|TBody|TFoot|Caption)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(TH|TD)$/,
};
const around: Record<string, RegExp> = {
  TR: /^(Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
  TFoot: /^Table$/,
};

export const tagsTables: Clause = {
  rule: 'tags-tables',
  of: ['screen'],
  look(pdf, { find, skip }) {
    const parts = (pdf.tags?.all ?? []).filter(({ type }) => type in inside || type in around);
    if (parts.length === 0) return skip('There are no tables');
    const pageOf = pageFinder(pdf);
    let all: Set<string> | undefined;
    for (const tag of parts) {
      const wanted = around[tag.type];
      if (wanted && !wanted.test(tag.parent?.type ?? ''))
        find({
          found: `A ${tag.type} stands in a ${tag.parent?.type ?? 'file'}`,
          expected: 'cells in rows, rows in tables',
          on: pageOf(tag),
        });
      const allowed = inside[tag.type];
      const wrong = allowed && tag.kids.filter(isTag).find(({ type }) => !allowed.test(type));
      // Of a cell or row in the wrong place, the cell or row has told.
      if (wrong && !(wrong.type in around))
        find({
          found: `A ${wrong.type} stands in a ${tag.type}`,
          expected: 'cells in rows, rows in tables',
          on: pageOf(tag),
        });
      if (tag.type === 'TH' && !scopeOf(tag.dict) && !isNamed(tag))
        find({
          found: 'A head cell does not say what it heads',
          expected: 'Scope: Row, Column or Both',
          on: pageOf(tag),
        });
    }

    /** Cells may name the heads they stand under. */
    function isNamed(tag: Tag): boolean {
      const id = valueAt(tag.dict, 'ID');
      return id !== undefined && headers().has(String(id));
    }
    function headers(): Set<string> {
      all ??= new Set(
        parts.flatMap(({ dict }) =>
          attributesOf(dict).flatMap((attribute) => itemsAt(attribute, 'Headers').map((one) => String(one))),
        ),
      );
      return all;
    }
  },
};

function scopeOf(dict: PDFDict): string | undefined {
  const scope = attributesOf(dict)
    .map((attribute) => nameAt(attribute, 'Scope'))
    .find(Boolean);
  return scope && /^(Row|Column|Both)$/.test(scope) ? scope : undefined;
}

/** The attributes of a tag (14.7.5), with those of its classes. */
function attributesOf(dict: PDFDict): PDFDict[] {
  const value = valueAt(dict, 'A');
  const own =
    value instanceof PDFArray ? itemsAt(dict, 'A').flatMap((one) => asDict(one) ?? []) : [asDict(value) ?? []].flat();
  return asName(value) ? [] : own;
}
