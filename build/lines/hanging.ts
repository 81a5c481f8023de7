import type { LineStyle } from './line-properties.ts';

/** Which share of its width a sign at a line’s end stands out to the right. */
export function hangsEnd(sign: string, style: LineStyle): number {
  if (/[-‐‑]/.test(sign)) return style['hang-hyphen'];
  if (/[–—]/.test(sign)) return style['hang-dash'];
  if (/[.,…]/.test(sign)) return style['hang-stop'];
  if (/[:;]/.test(sign)) return style['hang-colon'];
  if (/[!?]/.test(sign)) return style['hang-mark'];
  if (/["'’”“»›‘«‹]/.test(sign)) return style['hang-quote'];
  return /[)\]]/.test(sign) ? style['hang-bracket'] : 0;
}

/** Which share of its width a sign at a line’s beginning stands out to the left. */
export function hangsStart(sign: string, style: LineStyle): number {
  if (/["'‘’‚“”„«‹»›]/.test(sign)) return style['hang-quote'];
  if (/[–—]/.test(sign)) return style['hang-dash'];
  return /[([]/.test(sign) ? style['hang-bracket'] : 0;
}
