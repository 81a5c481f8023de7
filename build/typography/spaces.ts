import { besideNumbers } from './beside-numbers.ts';
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
  ...besideNumbers.map((pattern) => ({ pattern, space: fixed })),
  { pattern: /(?<![\p{L}\d])(?:Dr|Mr|Mrs|Ms|Prof|St|Mt|проф|акад|св|ім|им|гл|ред) ?\. (?=\p{Lu})/gu, space: fixed },
  // А. С. Пушкін, D. E. Knuth
  { pattern: /(?<![\p{L}\d.’'])\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  { pattern: /(?<=\p{Lu}\. ?)\p{Lu}\. (?=\p{Lu}(?:\.|\p{Ll}))/gu, space: fixed },
  // Мильчин А. Э., Plass M. F.,
  { pattern: /(?<!\p{L})\p{Lu}[\p{L}’'-]+ (?=(?:\p{Lu}\. ?){1,2}[,;:)\]])/gu, space: fixed },
  // 1 000 000: its groups of figures keep together.
  { pattern: /(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu, space: thin },
  // 5 August, 24 серпня, 14 juillet, 3. Oktober
  {
    pattern:
      /(?<![\p{L}\d.,])\d{1,2}\.? (?=(?:January|February|March|April|May|June|July|August|September|October|November|December|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu,
    space: fixed,
  },
  // XIX ст., м. Київ, т. д.
  { lang: /^(uk|ru|be)/, pattern: /[IVXLCІХСМ] (?=(?:ст|вв?)(?!\p{L}))/gu, space: fixed },
  { lang: /^(uk|ru|be)/, pattern: /(?<!\p{L})[мг]\. (?=\p{Lu})/gu, space: fixed },
  { lang: /^(uk|ru|be)/, pattern: /(?<!\p{L})т\. (?=(?:д|п|е|к|зв|ін)\.)/gu, space: fixed },
  // в Києві, і з тим, на с. 5
  {
    lang: /^(uk|ru|be)/,
    pattern:
      /(?<![\p{L}\p{M}’'])(?:[ауіїієвозкяисбжй]|на|до|за|по|із|зі|об|из|от|со|во|ко|не|ни|ні|та|чи|да|па|са) (?=[\p{L}\d"'«„(])/giu,
    space: fixed,
  },
  // z. B., d. h., u. a.
  { lang: /^de/, pattern: /(?<!\p{L})\p{Ll}\. (?=\p{L}\.)/gu, space: thin },
  // J. W. v. Goethe
  { lang: /^de/, pattern: /(?<!\p{L})\p{Lu}\. (?=v\. )/gu, space: fixed },
  { lang: /^de/, pattern: /(?<!\p{L})v\. (?=\p{Lu})/gu, space: fixed },
  // 18 h 45
  { lang: /^fr/, pattern: /(?<=\d[ \u00a0\u202f])h (?=[0-5]?\d(?!\d))/g, space: fixed },
  // « mot »
  { lang: /^fr/, pattern: /« /g, space: thin },
  { lang: /^fr/, pattern: / (?=[;!?»])/g, space: thin },
  { lang: /^fr/, pattern: / (?=:)/g, space: fixed },
];
