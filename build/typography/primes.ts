/**
 * The prime that a straight mark is, by what stands beside it: behind degrees, 48° 30' N; behind feet, 5'10"; between
 * the sides of a thing, 12' × 8". Undefined where the mark may be a quotation’s or an apostrophe.
 */
export function primeAt(text: string, at: number): '′' | '″' | undefined {
  const before = text.slice(Math.max(0, at - 24), at);
  if (!/\d$/.test(before)) return undefined;
  const isDouble = text[at] === '"';
  const isSure = isDouble
    ? /\d['′]\s?\d+(?:[.,]\d+)?$/.test(before) || /°\s?\d+['′]\s?\d+(?:[.,]\d+)?$/.test(before)
    : /°\s?\d+(?:[.,]\d+)?$/.test(before) || /^\s?\d+(?:[.,]\d+)?"/.test(text.slice(at + 1, at + 12));
  if (!isSure && !/^\s?[×xх]\s?\d/.test(text.slice(at + 1, at + 5))) return undefined;
  return isDouble ? '″' : '′';
}
