declare module 'hyphen/*' {
  const patterns: {
    /** Puts `hyphenChar` where words may be divided. */
    hyphenateSync(text: string, options?: { hyphenChar?: string; minWordLength?: number }): string;
  };
  export default patterns;
}
