import { bibNames, bibText } from '../references/bib/write-bib.ts';
import type { CslItem, CslName } from '../references/item.ts';

/**
 * Writes an article as an entry that both BibTeX and BibLaTeX read: by the older names of fields, which BibLaTeX knows,
 * too. Titles stand in braces of their own, so that no style changes their capitals.
 */
export function writeBibtex(item: CslItem): string {
  const [year, month] = item.issued?.['date-parts']?.[0] ?? [];
  const whole = (value: unknown): string | undefined => {
    const tex = bibText(value);
    return tex && `{${tex}}`;
  };
  const fields: [name: string, value: string | undefined][] = [
    ['author', bibNames(item.author)],
    ['translator', bibNames(item.translator as CslName[] | undefined)],
    ['title', whole(item.title)],
    ['journal', whole(item['container-title'])],
    ['shortjournal', whole(item['container-title-short'])],
    ['volume', bibText(item.volume)],
    ['number', bibText(item.issue)],
    ['pages', (item.page as string | undefined)?.replace('-', '--')],
    ['year', year ? String(year) : undefined],
    ['publisher', whole(item.publisher)],
    ['issn', bibText(item.ISSN)],
    // These are read letter by letter.
    ['doi', item.DOI as string | undefined],
    ['url', item.URL as string | undefined],
    ['langid', babelNames[item.language?.split('-')[0] ?? ''] ?? item.language],
    ['abstract', bibText(String(item.abstract ?? '').replace(/\s+/g, ' '))],
    ['keywords', bibText(item.keyword)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  const monthLine = month ? `  month = ${months[month - 1]},\n` : '';
  return `@article{${item.id},\n${lines.join('')}${monthLine}}\n`;
}

/** The names of months that every style of BibTeX knows, and BibLaTeX, too. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The names that babel has for languages; one that is not here is told by its tag. */
const babelNames: Readonly<Record<string, string>> = Object.fromEntries(
  `uk ukrainian, en english, de ngerman, fr french, pl polish, ru russian, cs czech, sk slovak, it italian, es spanish,
  pt portuguese, nl dutch, be belarusian, bg bulgarian, sr serbian, hr croatian, sl slovene, ro romanian, hu magyar,
  lt lithuanian, lv latvian, et estonian, fi finnish, sv swedish, da danish, nb norsk, nn nynorsk, el greek, tr turkish,
  he hebrew, ar arabic, fa persian, la latin`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
