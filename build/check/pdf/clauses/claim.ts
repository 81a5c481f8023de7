import type { Clause } from '../clause.ts';
import { profileOf, profiles } from '../profile.ts';

export const claim: Clause = {
  rule: 'pdf-claim',
  of: ['print', 'screen', 'plain'],
  look({ xmp }, { find }, { profile }) {
    if (typeof xmp === 'string') return find({ found: `The metadata cannot be read: ${xmp}`, level: 'error' });
    if (profile === 'plain') {
      find({
        found: `The file ${xmp ? 'names no standard in its metadata' : 'has no metadata (XMP)'}: only what holds for any PDF was looked at`,
        expected: 'PDF/X-4 for print, PDF/UA-1 and PDF/A-2 for readers',
      });
    } else if (profileOf(xmp) !== profile) {
      find({
        found: `The metadata do not say what the file is: ${profiles[profileOf(xmp)]}`,
        expected: profiles[profile],
        level: 'error',
      });
    } else if (xmp && profile === 'screen') {
      const part = (key: string) => xmp.get(key)?.[0];
      const wanted = { 'pdfuaid:part': ['1'], 'pdfaid:part': ['2'], 'pdfaid:conformance': ['A'] };
      for (const [key, values] of Object.entries(wanted))
        if (!values.includes(part(key) ?? ''))
          find({
            found: `The metadata have ${key} ${part(key) ?? 'not at all'}`,
            expected: values.join(' or '),
            level: 'error',
          });
    } else if (xmp && xmp.get('pdfxid:GTS_PDFXVersion')?.[0] !== 'PDF/X-4') {
      find({
        found: `The file was built to ${xmp.get('pdfxid:GTS_PDFXVersion')?.[0]}`,
        expected: 'PDF/X-4',
        level: 'error',
      });
    }
  },
};
