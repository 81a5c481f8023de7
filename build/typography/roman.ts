/** The value of a Roman numeral, in Latin letters or the Cyrillic ones that look like them; NaN if it is not one. */
export function roman(written: string): number {
  const latin = written.toUpperCase().replace(/[ІХСМ]/g, (letter) => 'IXCM'['ІХСМ'.indexOf(letter)] as string);
  if (!/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(latin)) return Number.NaN;
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  const values = [...latin].map((letter) => worth[letter] as number);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
