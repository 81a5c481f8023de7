/**
 * The limits of what a file may declare. Illustrator declares a dozen names of a line each; a file with far more is
 * made to fill its reader's memory.
 */
export interface EntityLimits {
  entities: number;
  /** The depth to which entities may be nested. */
  deep: number;
  /** Characters that all of them amount to where they are used. */
  characters: number;
}

const usual: EntityLimits = { entities: 200, deep: 4, characters: 100_000 };

/**
 * Removes the internal subset of a DOCTYPE from XML: the plain texts that it declares (XML 1.0, 4.2) replace their
 * references, and all lines keep their numbers. Nothing outside the file is ever read. Throws a TypeError that says
 * which entity is markup, is another file, or is too much.
 */
export function expandEntities(xml: string, limits = usual): string {
  const found = doctypeOf(xml);
  if (!found) return xml;
  const { start, end, entities } = found;
  if (entities.size > limits.entities)
    throw new TypeError(`it declares ${entities.size} entities, of at most ${limits.entities}`);
  let room = limits.characters;
  const textOf = (name: string, depth: number): string => {
    const value = entities.get(name);
    if (value === undefined) throw new TypeError(`its entity &${name}; is another file`);
    if (depth > limits.deep) throw new TypeError(`its entity &${name}; stands in itself, or too deep in others`);
    return value.replace(/<|&(#x[\da-f]+|#\d+|[^\s&;#]+);|&/gi, (mark: string, reference: string | undefined) => {
      const plain = reference ? (predefined.get(reference) ?? characterOf(reference)) : undefined;
      if (plain !== undefined && !(reference?.startsWith('#') && /[<&]/.test(plain))) return plain;
      if (reference && entities.has(reference)) {
        const inner = textOf(reference, depth + 1);
        room -= inner.length;
        if (room < 0) throw tooMuch(limits);
        return inner;
      }
      throw new TypeError(`its entity &${name}; is markup (${mark}), and no plain text`);
    });
  };
  const rest = xml.slice(end).replace(references, (mark: string, name: string | undefined) => {
    if (name === undefined || predefined.has(name) || !entities.has(name)) return mark;
    const text = textOf(name, 0);
    room -= text.length;
    if (room < 0) throw tooMuch(limits);
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  });
  const lines = xml.slice(start, end).replace(/[^\n]/g, '');
  return xml.slice(0, start) + lines + rest;
}

function tooMuch({ characters }: EntityLimits): TypeError {
  return new TypeError(`its entities come to more than ${characters} characters`);
}

/** Comments, CDATA sections and instructions, in which nothing is a reference; and references. */
const references = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|&([^\s#&;<"']+);/g;

const predefined = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

function characterOf(reference: string): string | undefined {
  const code = /^#x([\da-f]+)$/i.exec(reference)?.[1];
  const number = code ? Number.parseInt(code, 16) : Number(/^#(\d+)$/.exec(reference)?.[1] ?? Number.NaN);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
}

/**
 * The DOCTYPE with an internal subset, and the entities declared there; undefined for an entity that is another file.
 */
function doctypeOf(xml: string): { start: number; end: number; entities: Map<string, string | undefined> } | undefined {
  const start = after(/(?:\s+|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y, xml, 0);
  const subset = after(/<!DOCTYPE(?:[^>"'[]|"[^"]*"|'[^']*')*\[/y, xml, start);
  if (subset === start) return undefined;
  const entities = new Map<string, string | undefined>();
  const declaration = /\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|%[^\s;]+;|<!(\w+)((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
  let at = subset;
  for (;;) {
    declaration.lastIndex = at;
    const [whole = '', kind, body = ''] = declaration.exec(xml) ?? [];
    if (!whole) break;
    at += whole.length;
    const [, name, double, single] = /^\s+([^\s%"'&;]+)\s+(?:"([^"]*)"|'([^']*)')?/.exec(body) ?? [];
    // The first declaration of a name counts (4.2).
    if (kind === 'ENTITY' && name && !entities.has(name)) entities.set(name, double ?? single);
  }
  const end = after(/\]\s*>/y, xml, at);
  return end === at ? undefined : { start, end, entities };
}

/** The end of a pattern that is tried at an offset; the offset itself if it does not match. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
