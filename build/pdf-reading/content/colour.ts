import { PDFArray, type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { asDict, asName, dictAt, itemsOf, numberAt, valueAt } from '../file/objects.ts';
import { decodeStream } from '../file/stream-data.ts';

/** A colour space (ISO 32000-1, 8.6). */
export interface ColourSpace {
  /** `DeviceRGB`, `ICCBased`, `Separation` …; empty if it is not a known one. */
  family: string;
  components: number;
  /** The space of a table’s entries (Indexed), or the one that shows an ink where the device does not have it. */
  base?: ColourSpace;
  /** Names of the inks of Separation and DeviceN. */
  inks?: string[];
  /** Colour space of an ICC profile’s data, four characters: `RGB `, `CMYK`, `GRAY`. */
  profile?: string;
  /** The table of Indexed. */
  table?: Uint8Array;
}

/** A colour that something is painted in. */
export interface Colour {
  space: ColourSpace;
  values: readonly number[];
  /** The pattern, in place of a colour. */
  pattern?: PDFObject;
}

export const deviceGray: ColourSpace = { family: 'DeviceGray', components: 1 };
export const deviceRgb: ColourSpace = { family: 'DeviceRGB', components: 3 };
export const deviceCmyk: ColourSpace = { family: 'DeviceCMYK', components: 4 };
const unknown: ColourSpace = { family: '', components: 0 };

const devices: Record<string, { space: ColourSpace; default: string }> = {
  DeviceGray: { space: deviceGray, default: 'DefaultGray' },
  G: { space: deviceGray, default: 'DefaultGray' },
  DeviceRGB: { space: deviceRgb, default: 'DefaultRGB' },
  RGB: { space: deviceRgb, default: 'DefaultRGB' },
  DeviceCMYK: { space: deviceCmyk, default: 'DefaultCMYK' },
  CMYK: { space: deviceCmyk, default: 'DefaultCMYK' },
};

/**
 * Reads a colour space: an array, or the name of a device’s or of one in the resources. The resources may replace a
 * device’s (8.6.5.6).
 */
export function readColourSpace(value: PDFObject | undefined, resources: PDFDict | undefined, depth = 0): ColourSpace {
  if (depth > 6) return unknown;
  const name = asName(value);
  if (name !== undefined) {
    const spaces = dictAt(resources, 'ColorSpace');
    const device = devices[name];
    if (device) {
      const instead = valueAt(spaces, device.default);
      return instead ? readColourSpace(instead, undefined, depth + 1) : device.space;
    }
    if (name === 'Pattern') return { family: 'Pattern', components: 0 };
    const named = valueAt(spaces, name);
    return named && asName(named) !== name ? readColourSpace(named, resources, depth + 1) : unknown;
  }
  return value instanceof PDFArray ? readArray(itemsOf(value), resources, depth) : unknown;
}

function readArray(items: (PDFObject | undefined)[], resources: PDFDict | undefined, depth: number): ColourSpace {
  const [first, second, third, fourth] = items;
  const family = asName(first) ?? '';
  const inner = (value: PDFObject | undefined) => readColourSpace(value, resources, depth + 1);
  switch (family) {
    case 'CalGray':
      return { family, components: 1 };
    case 'CalRGB':
    case 'Lab':
      return { family, components: 3 };
    case 'ICCBased':
      return { family, components: numberAt(asDict(second), 'N') ?? 0, profile: profileSpace(second) };
    case 'Indexed':
    case 'I':
      return { family: 'Indexed', components: 1, base: inner(second), table: tableOf(fourth) };
    case 'Separation':
      return { family, components: 1, inks: [asName(second) ?? ''], base: inner(third) };
    case 'DeviceN': {
      const inks = second instanceof PDFArray ? itemsOf(second).map((ink) => asName(ink) ?? '') : [];
      return { family, components: inks.length, inks, base: inner(third) };
    }
    case 'Pattern':
      return { family, components: 0, ...(second ? { base: inner(second) } : {}) };
    default:
      return items.length === 1 ? inner(first) : unknown;
  }
}

function profileSpace(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodeStream(stream).data.subarray(16, 20)).toString('latin1');
}

function tableOf(value: PDFObject | undefined): Uint8Array {
  if (value instanceof PDFRawStream) return decodeStream(value).data;
  return value && 'asBytes' in value ? (value as unknown as { asBytes(): Uint8Array }).asBytes() : new Uint8Array();
}

/** Returns the colour that is current after a space was set (8.6.5, 8.6.6): black, or full ink. */
export function initialColour(space: ColourSpace): Colour {
  const values = new Array<number>(space.components).fill(space.inks ? 1 : 0);
  if (space.components === 4 && !space.inks) values[3] = 1;
  return { space, values };
}

/**
 * True if a space mixes red, green and blue light, with or without a profile, or is Lab: presses have no inks for
 * these.
 */
export function isRgbOrLab(space: ColourSpace): boolean {
  if (space.family === 'Indexed') return space.base !== undefined && isRgbOrLab(space.base);
  if (space.family === 'ICCBased') return space.components === 3;
  return space.family === 'DeviceRGB' || space.family === 'CalRGB' || space.family === 'Lab';
}

/**
 * Returns the space of the entries of a table, or of a pattern that has no colours of its own; any other space as it
 * is.
 */
export function baseSpace(space: ColourSpace): ColourSpace {
  return (space.family === 'Indexed' || space.family === 'Pattern') && space.base ? space.base : space;
}

/** Describes a colour in words: `RGB 1 0 0`, `CMYK 0 0 0 1`, `RGB by a profile 1 0 0`. */
export function describeColour({ space, values, pattern }: Colour): string {
  if (pattern) return 'a pattern';
  const numbers = values.map((value) => Number(asRounded(value).toFixed(2))).join(' ');
  return `${familyOf(space)}${space.inks ? ` ${space.inks.join(', ')}` : ''} ${numbers}`.trim();
}

function familyOf({ family, components, profile }: ColourSpace): string {
  if (family === 'ICCBased') {
    const mixed = profile?.trim() === 'Lab' ? 'Lab' : { 1: 'grey', 3: 'RGB', 4: 'CMYK' }[components];
    return `${mixed ?? 'a colour'} by a profile`;
  }
  return { DeviceRGB: 'RGB', DeviceCMYK: 'CMYK', DeviceGray: 'grey' }[family] ?? (family || 'an unknown space');
}

const asRounded = (value: number) => (Number.isFinite(value) ? value : 0);

/** Returns the operands that are numbers. */
export const parseNumbers = (operands: readonly string[]): number[] =>
  operands.map(Number).filter((value) => Number.isFinite(value));
