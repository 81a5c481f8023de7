/** The size of a page, as lengths of CSS. */
export interface Paper {
  width: string;
  height: string;
}

/** Sizes by name, in the units of their standard (ISO 216; the sizes of North America). */
const namedSizes: Record<string, Paper> = {
  a4: { width: '210mm', height: '297mm' },
  a5: { width: '148mm', height: '210mm' },
  a6: { width: '105mm', height: '148mm' },
  b5: { width: '176mm', height: '250mm' },
  b6: { width: '125mm', height: '176mm' },
  letter: { width: '8.5in', height: '11in' },
  'half-letter': { width: '5.5in', height: '8.5in' },
};

export const paperForm =
  'A4, A5, A6, B5, B6, letter, half-letter, or width × height from 80 × 100 mm to 330 × 480 mm, such as 170 × 240 mm or 6 × 9 in';

const millimetres: Record<string, number> = { mm: 1, cm: 10, in: 25.4 };

/**
 * Reads a page size as editors write it: a name, or width × height in mm, cm or in. Undefined for anything else, and
 * for a size that no press prints.
 */
export function paperOf(text: string): Paper | undefined {
  const known = namedSizes[text.trim().toLowerCase().replace(/\s+/g, '-')];
  if (known) return known;
  const [, width = '', first = '', height = '', unit = ''] =
    /^(\d+(?:\.\d+)?)\s*(mm|cm|in)?\s*[×x*]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)$/i.exec(text.trim()) ?? [];
  const factor = millimetres[unit.toLowerCase()];
  if (!factor || (first && first.toLowerCase() !== unit.toLowerCase())) return undefined;
  const [wide, high] = [Number(width) * factor, Number(height) * factor];
  if (wide < 80 || wide > 330 || high < 100 || high > 480) return undefined;
  return { width: `${width}${unit.toLowerCase()}`, height: `${height}${unit.toLowerCase()}` };
}

export const bleedForm = 'a number of mm from 0 to 10, or a length such as 3 mm or 0.125 in';

/** Reads a bleed and returns a length of CSS: a bare number is in mm. Undefined for anything else. */
export function bleedOf(value: string | number): string | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(mm|cm|in)?$/i.exec(String(value).trim()) ?? [];
  const length = Number(number) * (millimetres[unit.toLowerCase() || 'mm'] ?? 0);
  return number === '' || length > 10 ? undefined : `${number}${unit.toLowerCase() || 'mm'}`;
}
