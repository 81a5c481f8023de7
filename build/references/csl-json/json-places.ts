/** A stretch of a text of JSON: offsets. */
export interface JsonSpan {
  from: number;
  to: number;
}

/** The objects of a list in JSON, and what is wrong with the list itself. */
export interface JsonObjects {
  spans: JsonSpan[];
  fault?: { at: number; found: string };
}

/**
 * Finds the objects of a list, of `{"items": […]}`, or the one object of a file, each by its braces alone, so that a
 * fault in one does not cost the others.
 */
export function objectsIn(text: string): JsonObjects {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (text[start] === '{') {
    const items = memberOf(text.slice(start), 'items');
    if (items && text[start + items.from] === '[') return listAt(text, start + items.from);
    const to = closing(text, start);
    return to === undefined
      ? { spans: [], fault: { at: start, found: 'A brace is opened and not closed' } }
      : { spans: [{ from: start, to }] };
  }
  if (text[start] === '[') return listAt(text, start);
  return {
    spans: [],
    fault: { at: start, found: text.trim() === '' ? 'The file is empty' : 'The file is not a list' },
  };
}

function listAt(text: string, from: number): JsonObjects {
  const spans: JsonSpan[] = [];
  let at = from + 1;
  for (;;) {
    const next = text.slice(at).search(/[{\]]/);
    if (next < 0) return { spans, fault: { at: from, found: 'The list is opened and not closed' } };
    at += next;
    if (text[at] === ']') return { spans };
    const to = closing(text, at);
    if (to === undefined) {
      // An item that is not closed ends where the next one begins at the head of a line.
      const again = /\n[ \t]*\{\s*\n?\s*"/g;
      again.lastIndex = at + 1;
      const found = again.exec(text);
      const end = found ? found.index : text.length;
      spans.push({ from: at, to: end });
      if (!found) return { spans };
      at = end;
    } else {
      spans.push({ from: at, to });
      at = to;
    }
  }
}

/** The offset behind the brace or bracket that closes one; undefined if none does. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const here = text[at];
    if (here === '"') at = stringEnd(text, at) - 1;
    else if (here === '{' || here === '[') depth++;
    else if ((here === '}' || here === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The offset behind the quotation mark that closes a string; the end of the line, if none does. */
function stringEnd(text: string, from: number): number {
  const string = /"(?:[^"\\\n]|\\.)*"?/y;
  string.lastIndex = from;
  return from + (string.exec(text)?.[0].length ?? 1);
}

/** The value of a key of an object, by its braces alone. */
export function memberOf(object: string, key: string): JsonSpan | undefined {
  let depth = 0;
  for (let at = 0; at < object.length; at++) {
    const here = object[at];
    if (here === '{' || here === '[') depth++;
    else if (here === '}' || here === ']') depth--;
    else if (here === '"') {
      const end = stringEnd(object, at);
      const after = /^\s*:\s*/.exec(object.slice(end, end + 100));
      if (depth === 1 && after && object.slice(at + 1, end - 1) === key) {
        const from = end + after[0].length;
        return { from, to: endOfValue(object, from) };
      }
      at = end - 1;
    }
  }
  return undefined;
}

function endOfValue(object: string, from: number): number {
  const here = object[from];
  if (here === '"') return stringEnd(object, from);
  if (here === '{' || here === '[') return closing(object, from) ?? object.length;
  return from + (/^[^\s,}\]]*/.exec(object.slice(from))?.[0].length ?? 0);
}
