const url = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]*))\s*\)/g;

/** The addresses in the `url()`s of a value, in order. */
export function urlsIn(value: string): string[] {
  return [...value.matchAll(url)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Replaces the names in the `url()`s of a value. */
export function replaceUrls(value: string, name: (url: string) => string): string {
  return value.replace(url, (_, double?: string, single?: string, bare?: string) => {
    return `url("${name(double ?? single ?? bare ?? '')}")`;
  });
}
