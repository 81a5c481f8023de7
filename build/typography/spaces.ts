import type { InlineRun } from './inline-run.ts';

const fixed = '\u00a0';
const thin = '\u202f';

/** A rule: the space at the end of a pattern’s match becomes another one. */
interface SpaceRule {
  /** The languages of the rule; without them, all. */
  lang?: RegExp;
  pattern: RegExp;
  space: string;
}

/**
 * Puts non-breaking spaces where a line end would separate what belongs together: a page and its number, initials and
 * their name, a short preposition and its noun in Ukrainian and Russian, French high punctuation. Only existing spaces
 * change, except in French, which adds some.
 */
export function setSpaces({ text, langs, cells }: InlineRun): void {
  const languages = [...new Set(langs)];
  for (const { lang, pattern, space } of rules) {
    if (lang && !languages.some((one) => lang.test(one))) continue;
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length - 1;
      if (lang && !lang.test(langs[at] ?? '')) continue;
      if (cells[at] === ' ') cells[at] = space;
    }
  }
  if (!languages.some((one) => one.startsWith('fr'))) return;
  // Mot ; « mot »: these are added where the author wrote no space.
  for (const { 0: mark, index } of text.matchAll(/(?<=[\p{L}\d)»”"])([;!?]|:(?=\s|$))|«(?=\S)|(?<=\S)»/gu)) {
    if (!langs[index]?.startsWith('fr')) continue;
    const space = mark === ':' ? fixed : thin;
    cells[index] = mark === '«' ? `${cells[index]}${space}` : `${space}${cells[index]}`;
  }
}

const rules: SpaceRule[] = [
  // p. 12, vol. 3, No. 24, с. 8, т. 2, № 5, § 4
  {
    pattern:
      /(?<![\p{L}\d])(?:pp?|vols?|nos?|figs?|chs?|chap|secs?|cols?|ll?|nn?|fn|art|cf|ed|S|Bd|Nr|Abb|т|вип|кн|ч|сс?|стор|стр|рис|табл|гл|ст|арк|ф|оп|спр|л|лл)\. (?=[\p{L}]?\d)/giu,
    space: fixed,
  },
  // pp. xii–xv, vol. II
  {
    pattern:
      /(?<![\p{L}\d])(?:pp?|vols?|chs?|chap|S|Bd|т|кн|ч|сс?|стор|стр|розд|гл)\. (?=(?:[IVXLC]+|[ivxlc]+)(?![\p{L}\d]))/gu,
    space: fixed,
  },
  { pattern: /(?:[№§¶]|(?<!\p{L})[Nn]°) (?=[\dIVXLC])/gu, space: fixed },
  { pattern: /(?<![\p{L}\d])(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|проф|акад|св|ім|им|гл|ред) ?\. (?=\p{Lu})/gu, space: fixed },
  // А. С. Пушкін, D. E. Knuth
  { pattern: /(?<![\p{L}\d.’'])\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  { pattern: /(?<=\p{Lu}\. ?)\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  // Мильчин А. Э., Plass M. F.,
  { pattern: /(?<!\p{L})\p{Lu}[\p{L}’'-]+ (?=(?:\p{Lu}\. ?){1,2}[,;:)\]])/gu, space: fixed },
  // 9 pt, 240 mm, 30 %, 2015 р.
  {
    pattern:
      /\d (?=(?:%|°|mm|cm|km|m|kg|g|pt|px|em|in|ppi|dpi|[kKMG]B|млн|млрд|тис|мм|см|км|кг|грн|рр?|гг?|ст|с)(?![\p{L}\d]))/gu,
    space: fixed,
  },
  // 25 °C, 100 km/h, 3,5 Mio. €
  {
    pattern: /\d (?=(?:°[CF]|ha|min|h|s|t|l|ml|k?W|k?Hz|[MG]Hz|Mio\.|Mrd\.|[€£$₴₽]|F|грн|руб)(?![\p{L}\d]))/gu,
    space: fixed,
  },
  { pattern: /(?<=\d.?)(?:Mio|Mrd|млн|млрд|тис)\.? (?=[€£$₴₽]|грн|руб|Euro)/gu, space: fixed },
  // 1 000 000: its groups of figures keep together.
  { pattern: /(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu, space: thin },
  // 5 August, 24 серпня, 14 juillet, 3. Oktober
  {
    pattern:
      /(?<![\p{L}\d.,])\d{1,2}\.? (?=(?:January|February|March|April|May|June|July|August|September|October|November|December|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu,
    space: fixed,
  },
  // XIX ст., м. Київ, т. д.
  { lang: /^(uk|ru|be)/, pattern: /[IVXLC] (?=(?:ст|вв?)(?!\p{L}))/gu, space: fixed },
  { lang: /^(uk|ru|be)/, pattern: /(?<!\p{L})[мг]\. (?=\p{Lu})/gu, space: fixed },
  { lang: /^(uk|ru|be)/, pattern: /(?<!\p{L})т\. (?=(?:д|п|е|к|зв|ін)\.)/gu, space: fixed },
  // в Києві, і з тим, на с. 5
  {
    lang: /^(uk|ru|be)/,
    pattern: /(?<![\p{L}\p{M}’'])(?:[ауіїієвозкяисбжй]|[уУ]|[а-яіїєґ]{2}) (?=[\p{L}\d"'«„(])/giu,
    space: fixed,
  },
  // z. B., d. h., u. a.
  { lang: /^de/, pattern: /(?<!\p{L})\p{Ll}\. (?=\p{L}\.)/gu, space: thin },
  // J. W. v. Goethe
  { lang: /^de/, pattern: /(?<!\p{L})\p{Lu}\. (?=v\. )/gu, space: fixed },
  { lang: /^de/, pattern: /(?<!\p{L})v\. (?=\p{Lu})/gu, space: fixed },
  // « mot »
  { lang: /^fr/, pattern: /« /g, space: thin },
  { lang: /^fr/, pattern: / (?=[;!?»])/g, space: thin },
  { lang: /^fr/, pattern: / (?=:)/g, space: fixed },
];
