import { type Collecting, type Inherited, pixels } from './collecting.ts';

/** The index of a run’s style: everything that changes its widths, and where lines may end in it. */
export function indexOfStyle(
  collecting: Collecting,
  css: CSSStyleDeclaration,
  { lang, divides, direction }: Inherited,
): number {
  const names = [
    'font-style',
    'font-weight',
    'font-size',
    'font-family',
    'font-stretch',
    'font-variant-caps',
    'font-variant-numeric',
    'font-variant-ligatures',
    'font-feature-settings',
    'letter-spacing',
    'text-transform',
  ];
  let declarations = '';
  for (const name of names) declarations += `${name}:${css.getPropertyValue(name)};`;
  const wraps = css.textWrapMode !== 'nowrap';
  const mayDivide = divides && css.hyphens !== 'none';
  const anywhere = css.overflowWrap !== 'normal';
  const hangs = css.direction === direction;
  const key = `${lang} ${wraps} ${mayDivide} ${anywhere} ${hangs} ${declarations}`;
  const known = collecting.styles.get(key);
  if (known !== undefined) return known;
  const style = { css: declarations, lang, size: pixels(css.fontSize), spacing: pixels(css.letterSpacing) };
  const index = collecting.held.collected.styles.push({ ...style, wraps, divides: mayDivide, anywhere, hangs }) - 1;
  collecting.styles.set(key, index);
  return index;
}

/** The index of an element’s line properties. */
export function indexOfProperties(collecting: Collecting, css: CSSStyleDeclaration): number {
  const { names, held } = collecting;
  const set = Object.fromEntries(names.map((name) => [name, css.getPropertyValue(`--${name}`).trim()]));
  const key = JSON.stringify(set);
  const known = collecting.properties.get(key);
  if (known !== undefined) return known;
  const index = held.collected.properties.push(set) - 1;
  collecting.properties.set(key, index);
  return index;
}
