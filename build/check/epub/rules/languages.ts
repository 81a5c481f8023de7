import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';

/** Requires languages to be declared, by tags of BCP 47 that exist, with the same value in both attributes. */
export const languageRule: EpubRule = ({ documents }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    for (const element of elementsIn(tree)) {
      const { lang, 'xml:lang': xmlLang } = element.attributes as Record<string, string>;
      const add = (found: string, expected: string) =>
        findings.push({ rule: 'epub-languages', found, expected, path, element });
      if (element.name === 'html' && !lang) add('The document does not say its language', 'lang="…" on <html>');
      // SVG and MathML have only xml:lang.
      if (lang !== undefined && xmlLang !== undefined && lang !== xmlLang)
        add(`lang="${lang}" and xml:lang="${xmlLang}"`, 'the same in both');
      const tag = lang ?? xmlLang;
      if (tag !== undefined && !exists(tag)) add(`There is no language “${tag}”`, 'a language tag such as en-GB or uk');
    }
  }
  return findings;
};

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function exists(tag: string): boolean {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag);
    const [language = ''] = canonical.split('-');
    // Undetermined, several, none (ISO 639-2): the tags of a foreign run whose letters do not say more.
    return /^(und|mul|zxx)$/.test(language) || names.of(language) !== undefined;
  } catch {
    return false;
  }
}
