import type { LineStyle } from './line-style.ts';

/** The share of its width by which a character at the end of a line hangs over the right margin. */
export function hangsEnd(sign: string, style: LineStyle): number {
  if (/[-‐‑]/.test(sign)) return style['hang-hyphen'];
  if (/[–—]/.test(sign)) return style['hang-dash'];
  if (/[.,…]/.test(sign)) return style['hang-stop'];
  if (/[:;]/.test(sign)) return style['hang-colon'];
  if (/[!?]/.test(sign)) return style['hang-mark'];
  if (/["'’”“»›‘«‹]/.test(sign)) return style['hang-quote'];
  return /[)\]]/.test(sign) ? style['hang-bracket'] : 0;
}

/** The share of its width by which a character at the beginning of a line hangs over the left margin. */
export function hangsStart(sign: string, style: LineStyle): number {
  if (/["'‘’‚“”„«‹»›]/.test(sign)) return style['hang-quote'];
  if (/[–—]/.test(sign)) return style['hang-dash'];
  return /[([]/.test(sign) ? style['hang-bracket'] : 0;
}
