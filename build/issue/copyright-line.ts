/** Whose an issue is, as readers know it: © and the year before the holder, `© 2026 The authors`; what says either by itself stays as it was written. */
export function copyrightLine(holder: string, date: string): string {
  return /©|\(c\)|copyright|\d{4}/i.test(holder) ? holder : `© ${date.slice(0, 4)} ${holder}`;
}
