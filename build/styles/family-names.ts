/** The families that a value of `font-family` names, in their order, without quotation marks. */
export function familyNames(value: string): string[] {
  return value.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));
}
