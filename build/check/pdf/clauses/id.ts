import { PDFArray, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { Clause } from '../clause.ts';

export const id: Clause = {
  rule: 'pdf-id',
  appliesTo: ['print', 'screen'],
  isOfFrame: true,
  check({ context }, { find }) {
    const value = context.lookup(context.trailerInfo.ID);
    const parts = value instanceof PDFArray ? value.asArray() : [];
    const strings = parts.filter((part) => part instanceof PDFString || part instanceof PDFHexString);
    if (strings.length !== 2 || parts.length !== 2 || strings.some((part) => part.asBytes().length === 0))
      find({ found: 'The file has no identifier (ID)', expected: 'an array of two strings in the trailer' });
  },
};
