/** The opening line of a block, after its colons. */
export function openingLine(name: string, title: string, attributes: readonly string[]): string {
  const label = title.trim() ? `[${balanceBrackets(title.trim().replace(/^"(.*)"$/, '$1'))}]` : '';
  const all = attributes.filter(Boolean).join(' ');
  return `${name}${label}${all ? `{${all}}` : ''}`;
}

/** The opening line of a figure that names its picture. */
export function figureOpening(path: string, attributes: readonly string[]): string {
  return `figure{${[`src=${quoted(path.trim())}`, ...attributes].filter(Boolean).join(' ')}}`;
}

/** An option of MyST, `:key: value`, as an attribute. */
export function optionAsAttribute(key: string, value: string): string {
  if (key === 'name' || key === 'label') return `#${value.replace(/[^\w-]+/g, '-')}`;
  if (key === 'nonumber' || (key === 'enumerated' && value === 'false')) return '.unnumbered';
  if (key === 'class')
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((one) => `.${one}`)
      .join(' ');
  return `${key}=${quoted(value)}`;
}

function quoted(value: string): string {
  return `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** A title in which unpaired brackets are escaped. */
export function balanceBrackets(title: string): string {
  let depth = 0;
  for (const character of title.replace(/\\./g, '')) {
    if (character === '[') depth++;
    if (character === ']' && --depth < 0) break;
  }
  return depth === 0 ? title : title.replace(/(?<!\\)[[\]]/g, '\\$&');
}
