/** The address of a licence that is given as an SPDX id or as an address itself; undefined for other words. */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\//.test(licence)) return licence;
  if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, rights, version] = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/.exec(licence) ?? [];
  if (rights && version) return `https://creativecommons.org/licenses/${rights.toLowerCase()}/${version}/`;
  return /^[A-Za-z0-9][\w.+-]*-\d[\w.+-]*$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : undefined;
}
