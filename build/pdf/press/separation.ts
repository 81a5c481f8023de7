import { keyOfBytes } from '../../cache/cache.ts';
import { blackForGreys, type Ink, limitInk } from './ink.ts';
import { type ColourEngine, colourEngine, type ProfileHandle } from './lcms.ts';

/** Converts colours of the screen to inks of the press. */
export interface Separation {
  /** The inks of a colour (red, green and blue from 0 to 255). Black, and every grey, is black ink alone. */
  ink(red: number, green: number, blue: number): Ink;
  /**
   * The inks of a colour between others, as in a gradient. A grey there consists of all inks, because one of black ink
   * alone would show as a band.
   */
  blend(red: number, green: number, blue: number): Ink;
  /** The share of black ink for each grey from 0 to 255. */
  black: readonly number[];
  /**
   * Converts pixels of red, green and blue, in the colour space of `profile` if there is one, to the four inks.
   * Undefined where that profile cannot be used.
   */
  pixels(rgb: Uint8Array, profile?: Uint8Array): Uint8Array | undefined;
}

/** The conversions that are open, by what they depend on: the colour engine never forgets one. */
const open = new Map<string, Promise<Separation>>();

/**
 * Opens the conversion between two ICC profiles, `screen` of an RGB and `press` of a CMYK colour space. `inkLimit` is a
 * sum of inks, 3 for 300 %.
 */
export function openSeparation(screen: Uint8Array, press: Uint8Array, inkLimit: number): Promise<Separation> {
  const key = [keyOfBytes(screen), keyOfBytes(press), inkLimit].join(' ');
  const known = open.get(key) ?? startSeparation(screen, press, inkLimit);
  open.set(key, known);
  return known;
}

async function startSeparation(screen: Uint8Array, press: Uint8Array, inkLimit: number): Promise<Separation> {
  const engine = await colourEngine();
  const [from, to] = [engine.open(screen), engine.open(press)];
  const convert = from && to && engine.conversion([from, 'rgb8'], [to, 'cmyk16'], 'few');
  if (!convert) throw new Error('The profiles do not convert RGB to CMYK');
  const black = blackForGreys(lightness(engine, to, true), lightness(engine, from, false));
  const known = new Map<number, Ink>();
  const blend = (red: number, green: number, blue: number): Ink => {
    const key = (red << 16) | (green << 8) | blue;
    const old = known.get(key);
    if (old) return old;
    const view = new DataView(convert(Uint8Array.of(red, green, blue)).buffer);
    const [c = 0, m = 0, y = 0, k = 0] = [0, 2, 4, 6].map((at) => view.getUint16(at, true) / 65535);
    const ink = limitInk([c, m, y, k], inkLimit);
    known.set(key, ink);
    return ink;
  };
  const conversions = new Map<string, ((colours: Uint8Array) => Uint8Array) | undefined>();
  return {
    black,
    blend,
    ink: (red, green, blue) => (red === green && green === blue ? [0, 0, 0, black[red] ?? 0] : blend(red, green, blue)),
    pixels(rgb, profile = screen) {
      const its = keyOfBytes(profile);
      if (!conversions.has(its)) {
        const own = engine.open(profile);
        conversions.set(its, own && engine.conversion([own, 'rgb8'], [to, 'cmyk8'], 'many'));
      }
      const inks = conversions.get(its)?.(rgb);
      if (inks) limitPixels(inks, inkLimit);
      return inks;
    },
  };
}

/** True if an ICC profile converts colours to inks and back. */
export async function separates(press: Uint8Array): Promise<boolean> {
  const engine = await colourEngine();
  const profile = engine.open(press);
  if (!profile) return false;
  return Boolean(
    engine.conversion([engine.lab(), 'lab16'], [profile, 'cmyk16'], 'few') &&
      engine.conversion([profile, 'cmyk8'], [engine.lab(), 'lab16'], 'few'),
  );
}

/**
 * The lightness L* of the 256 greys of a profile’s colour space: of black ink, or of equal parts of red, green and
 * blue.
 */
function lightness(engine: ColourEngine, profile: ProfileHandle, ink: boolean): number[] {
  const convert = engine.conversion([profile, ink ? 'cmyk8' : 'rgb8'], [engine.lab(), 'lab16'], 'few');
  if (!convert) throw new Error('A profile does not say how light its colours are');
  const greys = Uint8Array.from({ length: 256 }, (_, value) => value);
  const colours = [...greys].flatMap((value) => (ink ? [0, 0, 0, value] : [value, value, value]));
  const view = new DataView(convert(Uint8Array.from(colours)).buffer);
  return [...greys].map((value) => (view.getUint16(value * 6, true) / 65535) * 100);
}

/** Limits the inks of pixels in place: there may be millions. */
function limitPixels(inks: Uint8Array, limit: number): void {
  const most = limit * 255;
  for (let at = 0; at < inks.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = [inks[at], inks[at + 1], inks[at + 2], inks[at + 3]];
    if (c + m + y + k <= most) continue;
    const limited = limitInk([c / 255, m / 255, y / 255, k / 255], limit);
    for (let i = 0; i < 4; i++) inks[at + i] = Math.floor((limited[i] ?? 0) * 255 + 1e-6);
  }
}
