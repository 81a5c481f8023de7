/** The custom properties that control how lines are set; styles/README.md explains each. */
export const lineProperties = [
  'line-tolerance',
  'line-limit',
  'line-reserve',
  'line-quiet',
  'space-width',
  'space-stretch',
  'space-shrink',
  'letter-stretch',
  'letter-shrink',
  'letter-lead',
  'letter-least',
  'line-short',
  'rag',
  'hyphen',
  'hyphen-penalty',
  'short-penalty',
  'name-penalty',
  'part-penalty',
  'long-part-penalty',
  'compound-penalty',
  'compound-part',
  'dash-penalty',
  'address-penalty',
  'relation-penalty',
  'operator-penalty',
  'anywhere-penalty',
  'emergency-penalty',
  'hyphen-ladder',
  'hyphen-stack',
  'hyphen-stack-cost',
  'hyphen-last',
  'line-contrast',
  'last-line',
  'last-line-cost',
  'last-line-least',
  'last-stub-cost',
  'hang-hyphen',
  'hang-dash',
  'hang-stop',
  'hang-colon',
  'hang-mark',
  'hang-quote',
  'hang-bracket',
] as const;

export type LineProperty = (typeof lineProperties)[number];

/** The values of these properties for a block. A property that the stylesheet omits is 0. */
export type LineStyle = Record<Exclude<LineProperty, 'hyphen'>, number> & { hyphen: string };

/** Reads the properties of a block; undefined without `--line-tolerance`: its lines are left to the browser. */
export function readLineStyle(properties: Readonly<Record<string, string>>): LineStyle | undefined {
  if (!(Number.parseFloat(properties['line-tolerance'] ?? '') > 0)) return undefined;
  const numbers = lineProperties.map((name) => [name, Number.parseFloat(properties[name] ?? '') || 0]);
  const hyphen = (properties.hyphen ?? '').replace(/^["']|["']$/g, '') || '-';
  return { ...Object.fromEntries(numbers), hyphen } as LineStyle;
}
