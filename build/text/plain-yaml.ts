/**
 * Reads YAML of the plainest form, as `templates/terms.yaml` has it, in a twentieth of the time that a whole reader of
 * YAML takes: names with texts or lists below names, each text in a line. Undefined for anything else, which may
 * still be right.
 */
export function readPlainYaml(text: string): Record<string, Record<string, string | string[]>> | undefined {
  const found: Record<string, Record<string, string | string[]>> = {};
  let inner: Record<string, string | string[]> | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || /^ *#/.test(line)) continue;
    const [, indent, name, written = ''] = /^( {2})?([A-Za-z][\w-]*):(?: (.+))?$/.exec(line) ?? [];
    if (name === undefined || name in (indent ? (inner ?? {}) : found) || special.test(name)) return undefined;
    if (!indent) {
      if (written !== '') return undefined;
      inner = {};
      found[name] = inner;
      continue;
    }
    const value = written.startsWith('[') ? listIn(written) : textIn(written);
    if (!inner || value === undefined) return undefined;
    inner[name] = value;
  }
  return Object.values(found).some((one) => Object.keys(one).length === 0) ? undefined : found;
}

/** Words that YAML does not read as texts. */
const special = /^(?:true|false|null|__proto__)$/i;

function textIn(written: string): string | undefined {
  if (/^"[^"\\]*"$/.test(written)) return written.slice(1, -1);
  const isPlain =
    /^[\p{L}«„“№][^\t]*\S$|^[\p{L}№]$/u.test(written) && !/: | #|:$/.test(written) && !special.test(written);
  return isPlain ? written : undefined;
}

function listIn(written: string): string[] | undefined {
  if (!/^\[[^[\]{}"#]*\]$/.test(written)) return undefined;
  const items: string[] = [];
  for (const item of written.slice(1, -1).split(', ')) {
    const value = item.includes(',') ? undefined : textIn(item);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}
