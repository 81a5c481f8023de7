import type { Colour, ColourSpace } from '../../pdf-reading/content/colour.ts';
import type { Painted, Watcher } from '../../pdf-reading/content/painted.ts';
import { textColours } from '../../pdf-reading/content/state.ts';

/** A device’s own colours, which look as the device pleases. */
export type Device = 'Gray' | 'RGB' | 'CMYK';

const devices: Record<string, Device> = { DeviceGray: 'Gray', DeviceRGB: 'RGB', DeviceCMYK: 'CMYK' };

/** The device whose colours a space comes to: its own, those of its table, or those that an ink is shown by. Ink for all plates is shown by none. */
export function deviceOf(space: ColourSpace): Device | undefined {
  let at: ColourSpace | undefined = space;
  while (at?.base && at.inks?.[0] !== 'All') at = at.base;
  return at && devices[at.family];
}

/** Watches for the colours of devices in whatever is painted; `look` is told of a space again and again, until it returns true. */
export function watchDevices(look: (device: Device, what: string, on: Painted) => boolean): Watcher {
  const known = new WeakSet<ColourSpace>();
  const tell = (space: ColourSpace, what: string, on: Painted) => {
    if (known.has(space)) return;
    const device = deviceOf(space);
    if (!device || look(device, what, on)) known.add(space);
  };
  const paint = ({ space, pattern }: Colour, on: Painted) => {
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
