import type { Line } from './breaking/line.ts';
import { type Flat, object } from './flatten.ts';

/** True if a line contains only pictures. */
export function isPicture({ text, boxTexts }: Flat, { begins, stops }: Line): boolean {
  const signs = text.slice(begins, stops).replaceAll(' ', '');
  return signs !== '' && signs.replaceAll(object, '') === '' && !boxTexts.get(begins)?.trim();
}

/** True if a line begins with a picture that takes most of it. */
export function beginsWithPicture({ boxWidths, boxTexts }: Flat, line: Line | undefined): boolean {
  const most = 0.5;
  return (
    line !== undefined && (boxWidths.get(line.begins) ?? 0) > line.measure * most && !boxTexts.get(line.begins)?.trim()
  );
}
