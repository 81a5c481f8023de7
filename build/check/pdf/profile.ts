import type { Xmp } from './xmp.ts';

/** What a PDF was built to: PDF/X-4 for a press; PDF/UA-1 and PDF/A-2 for readers; none of them. */
export type Profile = 'print' | 'screen' | 'plain';

export const profiles: Record<Profile, string> = {
  print: 'print (PDF/X-4)',
  screen: 'screen (PDF/UA-1, PDF/A-2a)',
  plain: 'no standard',
};

/** Recognises by a file’s own metadata what it says it was built to. */
export function profileOf(xmp: Xmp | string | undefined): Profile {
  if (!xmp || typeof xmp === 'string') return 'plain';
  if (/^PDF\/X/.test(xmp.get('pdfxid:GTS_PDFXVersion')?.[0] ?? '')) return 'print';
  return xmp.has('pdfuaid:part') || xmp.has('pdfaid:part') ? 'screen' : 'plain';
}
