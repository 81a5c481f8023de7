const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const known = new Map<string, ReadonlyMap<string, string>>();

/** The code of two letters of a country that is named in English or a text’s language; undefined if it is not known. */
export function countryCode(country: string, lang: string): string | undefined {
  const name = country.trim();
  if (/^[A-Z]{2}$/.test(name)) return name;
  return namesIn('en').get(name.toLowerCase()) ?? namesIn(lang).get(name.toLowerCase());
}

function namesIn(lang: string): ReadonlyMap<string, string> {
  const found = known.get(lang) ?? new Map(codesWithNames(lang));
  known.set(lang, found);
  return found;
}

function codesWithNames(lang: string): [name: string, code: string][] {
  const names = new Intl.DisplayNames([lang, 'en'], { type: 'region', fallback: 'none' });
  return letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const code = first + second;
      // UK is GB, and BU is MM.
      const region = new Intl.Locale(`und-${code}`).region ?? code;
      const name = names.of(region);
      return name ? [[name.toLowerCase(), region]] : [];
    }),
  );
}
