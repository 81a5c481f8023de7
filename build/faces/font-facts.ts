import { openFont } from './open-font.ts';

/** The facts that a font file states about itself. */
export interface FontFacts {
  /** The family by which users know it: `Literata`, not `Literata SemiBold`. */
  family: string;
  /** 400, 600 … */
  weight: number;
  italic: boolean;
  /** 5 is the usual width, 3 condensed (OpenType, OS/2). */
  width: number;
  kind: 'truetype' | 'cff' | 'variable';
}

/** Reads the facts of a font from its tables. `data` is TrueType or OpenType; throws for anything else. */
export function fontFacts(data: Uint8Array): FontFacts {
  const font = openFont(data);
  const { os2, head, name } = font.tables as {
    os2?: { usWeightClass?: number; fsSelection?: number; usWidthClass?: number };
    head?: { macStyle?: number };
    name?: Record<string, unknown>;
  };
  return {
    family: familyOf(name) ?? '',
    weight: os2?.usWeightClass || 400,
    italic: ((os2?.fsSelection ?? 0) & 1) === 1 || ((head?.macStyle ?? 0) & 2) === 2,
    width: os2?.usWidthClass || 5,
    kind: kindOf(data),
  };
}

/**
 * The kind of a font's outlines: plain ones, or those that do not print well, which are cubic (CFF) or computed from
 * axes.
 */
export function kindOf(data: Uint8Array): FontFacts['kind'] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
    String.fromCharCode(...data.subarray(12 + i * 16, 16 + i * 16)),
  );
  if (tags.includes('fvar')) return 'variable';
  return tags.includes('CFF ') || tags.includes('CFF2') ? 'cff' : 'truetype';
}

/** The typographic family, else the plain one, in English if available; from the first platform that has it. */
function familyOf(names: Record<string, unknown> | undefined): string | undefined {
  const platforms = [names, ...Object.values(names ?? {})] as (Record<string, unknown> | undefined)[];
  for (const key of ['preferredFamily', 'fontFamily']) {
    for (const platform of platforms) {
      const found = platform?.[key];
      if (typeof found === 'object' && found !== null) {
        const said = (found as Record<string, string>).en ?? Object.values(found)[0];
        if (said) return said;
      }
    }
  }
  return undefined;
}
