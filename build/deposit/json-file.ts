/** A JSON file: an entry a line, without entries that are undefined or empty lists. */
export function jsonFile(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(withoutEmpty(value), undefined, 2)}\n`);
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      entry === undefined || (Array.isArray(entry) && entry.length === 0) ? [] : [[key, withoutEmpty(entry)]],
    ),
  );
}
