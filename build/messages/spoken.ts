/** A translation. */
export interface Spoken {
  text: string;
  /** True if all of its words were known. */
  isWhole: boolean;
  /** How many letters of the English text are messages’ own, and no value. */
  own: number;
}

/** A text that stays as it is. */
export function asIs(text: string): Spoken {
  return { text, isWhole: true, own: 0 };
}

/** Translations side by side, with a sign between. */
export function joined(parts: readonly Spoken[], sign = ''): Spoken {
  return {
    text: parts.map(({ text }) => text).join(sign),
    isWhole: parts.every(({ isWhole }) => isWhole),
    own: parts.reduce((sum, { own }) => sum + own, 0),
  };
}
