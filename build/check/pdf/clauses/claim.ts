import type { Clause } from '../clause.ts';
import { claimedPdfX, profileOf, profiles } from '../profile.ts';

export const claim: Clause = {
  rule: 'pdf-claim',
  appliesTo: ['print', 'screen', 'plain'],
  isOfFrame: true,
  check({ xmp, info }, { find }, { profile, isThirdParty }) {
    // In a third-party file, its faults matter more than its claims.
    const level = isThirdParty ? 'warning' : 'error';
    if (typeof xmp === 'string') return find({ found: `The metadata cannot be read: ${xmp}`, level: 'error' });
    if (profile === 'plain') {
      find({
        found: `The file ${xmp ? 'names no standard in its metadata' : 'has no metadata (XMP)'}: only what holds for any PDF was looked at`,
        expected: 'PDF/X-4 for print, PDF/UA-1 and PDF/A-2 for readers',
        fix: 'Say what it is for, to have it held to that: offprint check --for print, or --for screen.',
      });
    } else if (profileOf(xmp, info) !== profile) {
      const claimed = profileOf(xmp, info);
      find({
        found: isThirdParty
          ? `The file says in its metadata that it was built to ${claimed === 'plain' ? 'no standard' : profiles[claimed]}`
          : `The metadata do not say what the file is: ${profiles[claimed]}`,
        expected: profiles[profile],
        level,
      });
    } else if (xmp && profile === 'screen') {
      const part = (key: string) => xmp.get(key)?.[0];
      const wanted = { 'pdfuaid:part': '1', 'pdfaid:part': '2', 'pdfaid:conformance': 'A' };
      for (const [key, value] of Object.entries(wanted))
        if (part(key) !== value)
          find({ found: `The metadata have ${key} ${part(key) ?? 'not at all'}`, expected: value, level });
    } else if (claimedPdfX(xmp, info) !== 'PDF/X-4' || !xmp?.has('pdfxid:GTS_PDFXVersion')) {
      find({ found: `The file was built to ${claimedPdfX(xmp, info)}`, expected: 'PDF/X-4', level });
    }
  },
};
