/*
 * What stays on the line of its number: abbreviations before it, units and other abbreviations after it. Lists of
 * words, in all languages at once, where one is a word of another language only in capitals or without a stop.
 */

/** Words with a stop before a number, in lower case: p. 12, Bd. 3, Вып. 16. */
const before = [
  'pp?|vols?|nos?|figs?|chs?|chap|secs?|cols?|ll?|nn?|fn|art|cf|ed|fols?|ff?|pls?|pts?|ser|app|eqs?|tabl?|ms|t|liv|av',
  's|b[ld]|bde|h|nr|anm|abb|taf|kap|sp|z|jg|inv|rkp|rys|č|r|tom',
  'т|вип|вып|кн|ч|сс?|стор|стр|рис|мал|табл|гл|розд|разд|ст|арк|ф|оп|спр|д|л|лл|ед\\. хр|од\\. зб|примеч|прим|изд|вид|зв|пор',
].join('|');

/** Of these, what may stand before a Roman number, too: vol. II, pp. xii–xv, Т. XIX. */
const beforeRoman =
  'pp?|vols?|chs?|chap|pls?|pts?|ser|app|tabl?|t|liv|s|bd|bde|h|taf|kap|т|вип|вып|кн|ч|сс?|стор|стр|розд|разд|гл';

/** Symbols that all languages have alike. */
const symbols = [
  '%|‰|°[CF]?|[€£$₴₽]|[µμ]m|nm|mm|cm|dm|km|m|ha|ft|in(?![ \u00a0]\\p{L})|pt|px|em|ppi|dpi|ml|cl|dl|hl|l|mg|[µμ]g|kg|g|t|lb|oz',
  'min|ms|h|s|k?W|MW|[kM]?Hz|GHz|[kMG]B|k?Wh|[kmM]V|[km]A|k?eV|MeV|kJ|MJ|kN|k?Pa|[hM]Pa|bar|mol|F|EUR|USD|CHF',
].join('|');

/** Units as words or abbreviations, each of a language or of several. */
const words = [
  'Uhr|Std|Pfd|Mio|Mrd|Euro|frs?',
  'млн|млрд|тыс|тис|мм|см|дм|км|м|га|мл|л|мг|кг|г|т|ц|мин|сек|ч|хв|шт|экз|прим|чол|чел',
  'руб|коп|крб|грн|рр?|гг?|ст|вв?(?=\\.)|зв(?=\\.)|об(?=\\.)|с(?![ \u00a0]\\p{L})',
].join('|');

const notInWord = String.raw`(?<![\p{L}\p{M}\d])`;
/** The end of a unit, which may be squared or cubed. */
const unitEnd = String.raw`(?:[²³]|[23](?!\d))?(?![\p{L}\p{M}\d])`;

/** Matches that end in a space that keeps a number and what stands beside it on one line. */
export const besideNumbers: readonly RegExp[] = [
  new RegExp(String.raw`${notInWord}(?:${before})\. (?=\p{L}?\d)`, 'giu'),
  new RegExp(String.raw`${notInWord}(?:${eitherCase(beforeRoman)})\. (?=(?:[IVXLC]+|[ivxlc]+)(?![\p{L}\d]))`, 'gu'),
  /(?:[№§¶]|(?<!\p{L})[Nn]°) (?=[\dIVXLC])/gu,
  new RegExp(String.raw`[\d½¼¾⅓⅔⅛²³¹⁰⁴-⁹] (?=(?:${symbols}|${words})${unitEnd})`, 'gu'),
  // 3,5 Mio. €
  /(?<=\d.?)(?:Mio|Mrd|млн|млрд|тыс|тис)\.? (?=[€£$₴₽]|грн|руб|Euro)/gu,
];

/** Alternatives with their first letters small or capital: `[Тт]|[Кк]н`. */
function eitherCase(alternatives: string): string {
  return alternatives
    .split('|')
    .map((one) => `[${one.slice(0, 1).toUpperCase()}${one.slice(0, 1)}]${one.slice(1)}`)
    .join('|');
}
