/** A character of Chinese or Japanese writing, which has no spaces between its words. */
export const ideograph =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}]/u;

const sign = ideograph.source;
/** Characters that may not begin a line: closing marks, small kana and the prolonged sound mark. */
const notAtStart = String.raw`[\p{Pe}\p{Pf}\p{M}、。，．：；？！…‥・ーァィゥェォッャュョヮヵヶ々〻ぁぃぅぇぉっゃゅょゎ,.;:?!%"'\u2019]`;
const notAtEnd = String.raw`[\p{Ps}\p{Pi}"'\u2018]`;
const breakPlaces = new RegExp(
  `(?<=${sign}|[\\uff01-\\uff65])(?<!${notAtEnd})(?!${notAtStart}|\\s|$)|(?<=[\\p{L}\\p{N}])(?=${sign})(?!${notAtStart})`,
  'gu',
);

/**
 * Finds where a line may end among ideographs: between any two, but not before a mark that closes or after one that
 * opens; and beside words of other scripts.
 */
export function breaksAmongIdeographs(text: string): number[] {
  return ideograph.test(text) ? [...text.matchAll(breakPlaces)].map(({ index }) => index) : [];
}
