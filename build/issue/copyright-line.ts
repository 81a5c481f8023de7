/**
 * The copyright of an issue as readers know it: © and the year precede the holder, `© 2026 The authors`. A holder's
 * text that has either already is left as it is.
 */
export function copyrightLine(holder: string, date: string): string {
  return /©|\(c\)|copyright|\d{4}/i.test(holder) ? holder : `© ${date.slice(0, 4)} ${holder}`;
}
