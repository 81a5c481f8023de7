import { parse } from 'postcss';
import { urlsIn } from '../styles/urls.ts';

/**
 * Removes faces and imports from the stylesheet of a drawing, since its letters are set in the faces of the style.
 * Throws a TypeError if it cannot be read.
 */
export function tidyStylesheet(css: string): { css: string; imports: string[] } {
  const imports: string[] = [];
  try {
    const sheet = parse(css);
    sheet.walkAtRules(/^(import|font-face|charset)$/i, (rule) => {
      if (rule.name.toLowerCase() === 'import') imports.push(urlsIn(rule.params)[0] ?? rule.params);
      rule.remove();
    });
    return { css: sheet.toString(), imports };
  } catch (error) {
    throw new TypeError(`its stylesheet is wrong: ${(error as { reason?: string }).reason ?? error}`);
  }
}

/** True if CSS, a stylesheet or a value, loads something that is not in the drawing, even where backslashes hide it. */
export function loadsFiles(css: string): boolean {
  const shown = css.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, code, sign) =>
    code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : sign,
  );
  return (
    /url\((?!\s*["']?\s*(?:#|data:(?!image\/svg|text\/)))/i.test(shown) || /@import|image-set\(|src\(/i.test(shown)
  );
}
