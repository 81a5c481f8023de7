import type { CslItem, CslName } from '../references/item.ts';

/**
 * Writes an article as RIS, which reference managers import. Lines end as the format has it, by CR and LF; a paragraph
 * of the abstract ends where the next begins, since a value is a line.
 */
export function writeRis(item: CslItem, keywords: readonly string[]): string {
  const text = (field: string): string | undefined => (item[field] === undefined ? undefined : String(item[field]));
  const [first, last] = (text('page') ?? '').split('-');
  const parts = item.issued?.['date-parts']?.[0] ?? [];
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', 'JOUR'],
    ['ID', item.id],
    ['TI', item.title],
    ...namesOf('AU', item.author),
    ...namesOf('A4', item.translator as CslName[] | undefined),
    ['T2', text('container-title')],
    ['J2', text('container-title-short')],
    ['VL', text('volume')],
    ['IS', text('issue')],
    ['SP', first],
    ['EP', last],
    ['PY', year],
    ['DA', year && `${year}/${month ?? ''}/${day ?? ''}/`],
    ['PB', text('publisher')],
    ['SN', text('ISSN')],
    ['DO', text('DOI')],
    ['UR', text('URL')],
    ['LA', item.language],
    ['AB', text('abstract')],
    ...keywords.map((word): [string, string] => ['KW', word]),
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`] : []));
  return `${written.join('')}ER  - \r\n`;
}

/** `Roe, Ann, Jr.`; a body’s name as it is. */
function namesOf(tag: string, names: readonly CslName[] = []): [string, string][] {
  return names.map(({ family, given, suffix, literal }) => [
    tag,
    literal ?? [family, given ?? (suffix ? '' : undefined), suffix].filter((part) => part !== undefined).join(', '),
  ]);
}
