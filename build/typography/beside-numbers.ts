import { abbreviations, abbreviationsOfRoman } from '../text/label-words.ts';

/*
 * What stays on the line of its number: abbreviations before it, units and other abbreviations after it. Lists of
 * words, in all languages at once, where one is a word of another language only in capitals or without a stop.
 */

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
  new RegExp(String.raw`${notInWord}(?:${abbreviations})\. (?=\p{L}?\d)`, 'giu'),
  new RegExp(
    String.raw`${notInWord}(?:${eitherCase(abbreviationsOfRoman)})\. (?=(?:[IVXLC]+|[ivxlc]+)(?![\p{L}\d]))`,
    'gu',
  ),
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
