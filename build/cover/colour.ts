/** Mixes two colours `#rrggbb`; `share` is how much of the second, from 0 to 1. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)];
  return `#${a.map((value, i) => hex(value + ((b[i] ?? 0) - value) * share)).join('')}`;
}

/** White or black: the one that stands out more from a ground (WCAG 2.2, relative luminance). */
export function inkOn(ground: string): '#ffffff' | '#000000' {
  const luminance = luminanceOf(ground);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

/** A colour a little away from a ground: darker, or lighter where the ground is dark already or wants black ink. */
export function toneOf(ground: string): string {
  return mix(ground, inkOn(ground) === '#ffffff' && luminanceOf(ground) > 0.02 ? '#000000' : '#ffffff', 0.15);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
