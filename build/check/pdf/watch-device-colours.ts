import type { Colour, ColourSpace } from '../../pdf-reading/content/colour.ts';
import { textColours } from '../../pdf-reading/content/graphics-state.ts';
import type { PaintedObject, Watcher } from '../../pdf-reading/content/painted.ts';

/** A device colour space; its colours look different on each device. */
export type Device = 'Gray' | 'RGB' | 'CMYK';

const devices: Record<string, Device> = { DeviceGray: 'Gray', DeviceRGB: 'RGB', DeviceCMYK: 'CMYK' };

/**
 * Returns the device space that a colour space resolves to: itself, that of its table, or that which shows an ink where
 * the device does not have it. An ink for all plates has none.
 */
export function deviceOf(space: ColourSpace): Device | undefined {
  let at: ColourSpace | undefined = space;
  while (at?.base && at.inks?.[0] !== 'All') at = at.base;
  return at && devices[at.family];
}

/**
 * Watches for device colours in everything that is painted; calls `look` for each use of a space until it returns true.
 */
export function watchDeviceColours(look: (device: Device, what: string, on: PaintedObject) => boolean): Watcher {
  const known = new WeakSet<ColourSpace>();
  const tell = (space: ColourSpace, what: string, on: PaintedObject) => {
    if (known.has(space)) return;
    const device = deviceOf(space);
    if (!device || look(device, what, on)) known.add(space);
  };
  const paint = ({ space, pattern }: Colour, on: PaintedObject) => {
    if (!pattern) tell(space, 'Something is painted', on);
  };
  return {
    path: (path) => {
      if (path.fills) paint(path.state.fill, path);
      if (path.strokes) paint(path.state.stroke, path);
    },
    text: (text) => {
      for (const colour of textColours(text.state)) paint(colour, text);
    },
    image: (image) => {
      if (image.space) tell(image.space, 'A picture is', image);
      else paint(image.state.fill, image);
    },
    shading: (shading) => tell(shading.space, 'Colours run', shading),
  };
}
