/** Compares names of issues for sorting: 2026-2 comes before 2026-10. */
export function byNumbers(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'))) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}
