/** Returns texts without repetition, whatever their capitals; the first spelling is kept. */
export function withoutRepetition(texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const text of texts) if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), text);
  return [...found.values()];
}
