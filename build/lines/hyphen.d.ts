declare module 'hyphen/*' {
  /** Puts `hyphenChar` where words may be divided. */
  export function hyphenateSync(text: string, options?: { hyphenChar?: string; minWordLength?: number }): string;
}
