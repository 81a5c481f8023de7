import { type LineProperty, lineProperties } from '../styles/line-properties.ts';

/** The values of these properties for a block. A property that the stylesheet omits is 0. */
export type LineStyle = Record<Exclude<LineProperty, 'hyphen'>, number> & { hyphen: string };

/** Reads the properties of a block; undefined without `--line-tolerance`: its lines are left to the browser. */
export function readLineStyle(properties: Readonly<Record<string, string>>): LineStyle | undefined {
  if (!(Number.parseFloat(properties['line-tolerance'] ?? '') > 0)) return undefined;
  const numbers = lineProperties.map((name) => [name, Number.parseFloat(properties[name] ?? '') || 0]);
  const hyphen = (properties.hyphen ?? '').replace(/^["']|["']$/g, '') || '-';
  return { ...Object.fromEntries(numbers), hyphen } as LineStyle;
}
