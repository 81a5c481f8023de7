/**
 * A text as data have it: ordinary spaces, no soft hyphens, no marks of direction, nothing without a width.
 */
export function bareText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
