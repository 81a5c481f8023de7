/** A sign of Chinese or Japanese writing, which has no spaces between its words. */
export const ideograph =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}]/u;

const sign = ideograph.source;
/** What no line begins with: closing marks, small kana and the mark of a long vowel. */
const stays = String.raw`[\p{Pe}\p{Pf}\p{M}、。，．：；？！…‥・ーァィゥェォッャュョヮヵヶ々〻ぁぃぅぇぉっゃゅょゎ,.;:?!%"'\u2019]`;
const opens = String.raw`[\p{Ps}\p{Pi}"'\u2018]`;
const places = new RegExp(
  `(?<=${sign}|[\\uff01-\\uff65])(?<!${opens})(?!${stays}|\\s|$)|(?<=[\\p{L}\\p{N}])(?=${sign})(?!${stays})`,
  'gu',
);

/** Where a line may end among such signs: between any two, but not before a mark that closes or after one that opens; and beside words of other scripts. */
export function breaksAmongIdeographs(text: string): number[] {
  return ideograph.test(text) ? [...text.matchAll(places)].map(({ index }) => index) : [];
}
