import { type PDFContext, type PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { coloursOf, type Recolour, recolourFunction } from './functions.ts';
import { luminosity } from './separate-content.ts';
import type { Separation } from './separation.ts';
import { unrollGradient } from './unroll-gradient.ts';

/**
 * Converts a gradient of red, green and blue to inks. One whose colours only a program can compute keeps them, and gets
 * the profile that defines them.
 */
export function separateShading(
  context: PDFContext,
  shading: PDFDict,
  separation: Separation,
  isMask: boolean,
  screen: PDFRef,
): void {
  if (String(shading.lookup(PDFName.of('ColorSpace'))) !== '/DeviceRGB') return;
  unrollGradient(context, shading);
  const object = shading.get(PDFName.of('Function'));
  const byte = (value: number | undefined) => Math.round(Math.min(1, Math.max(0, value ?? 0)) * 255);
  const isGrey =
    object !== undefined &&
    coloursOf(context, object).every(([red, green, blue]) => byte(red) === byte(green) && byte(red) === byte(blue));
  const ink = isGrey ? separation.ink : separation.blend;
  const recolour: Recolour = isMask
    ? ([red = 0, green = 0, blue = 0]) => [luminosity(red, green, blue)]
    : ([red, green, blue]) => ink(byte(red), byte(green), byte(blue));
  const recoloured = object && recolourFunction(context, object, recolour);
  if (!recoloured) {
    shading.set(PDFName.of('ColorSpace'), context.obj(['ICCBased', screen]));
    return;
  }
  shading.set(PDFName.of('Function'), recoloured);
  shading.set(PDFName.of('ColorSpace'), PDFName.of(isMask ? 'DeviceGray' : 'DeviceCMYK'));
  shading.delete(PDFName.of('Background'));
}
