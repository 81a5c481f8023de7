/** A sign of Chinese or Japanese writing, which has no spaces between its words. */
export const ideograph =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}]/u;

const sign = ideograph.source;
/** Characters with which no line begins: closing marks, small kana and the mark of a long vowel. */
const stays = String.raw`[\p{Pe}\p{Pf}\p{M}、。，．：；？！…‥・ーァィゥェォッャュョヮヵヶ々〻ぁぃぅぇぉっゃゅょゎ,.;:?!%"'\u2019]`;
const opens = String.raw`[\p{Ps}\p{Pi}"'\u2018]`;
const places = new RegExp(
  `(?<=${sign}|[\\uff01-\\uff65])(?<!${opens})(?!${stays}|\\s|$)|(?<=[\\p{L}\\p{N}])(?=${sign})(?!${stays})`,
  'gu',
);

/**
 * The places at which a line may end among such signs: between any two, except before a closing mark or after an
 * opening one; and beside words of other scripts.
 */
export function breaksAmongIdeographs(text: string): number[] {
  return ideograph.test(text) ? [...text.matchAll(places)].map(({ index }) => index) : [];
}
