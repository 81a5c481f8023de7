/** The address of a licence that is given as an SPDX id or as an address itself; undefined for other words. */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\//.test(licence)) return licence;
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, rights, version] = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/.exec(licence) ?? [];
  if (rights && version) return `https://creativecommons.org/licenses/${rights.toLowerCase()}/${version}/`;
  return /^[A-Za-z0-9][\w.+-]*-\d[\w.+-]*$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : undefined;
}

/** The name of a licence as readers know it: CC BY 4.0 for the SPDX id CC-BY-4.0. Other words are left as they are. */
export function licenceName(licence: string): string {
  return licence
    .replace(/^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/, 'CC\u00a0$1\u00a0$2')
    .replace(/^CC0-(\d\.\d)$/, 'CC0\u00a0$1');
}
