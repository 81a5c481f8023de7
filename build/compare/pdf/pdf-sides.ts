import type { Edition } from '../edition.ts';
import type { Side } from '../model.ts';

export async function pdfSides(_before: Edition, _after: Edition): Promise<{ sides: readonly [Side, Side]; by: 'tags' | 'words' }> {
  throw new Error('later');
}
