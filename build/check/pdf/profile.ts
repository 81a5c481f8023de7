import type { PDFDict } from '@cantoo/pdf-lib';
import { textAt } from '../../pdf-reading/file/objects.ts';
import type { Xmp } from '../../pdf-reading/xmp.ts';

/** The standards that a PDF was built to: PDF/X-4 for a press; PDF/UA-1 and PDF/A-2 for readers; or none. */
export type Profile = 'print' | 'screen' | 'plain';

export const profiles: Record<Profile, string> = {
  print: 'print (PDF/X-4)',
  screen: 'screen (PDF/UA-1, PDF/A-2a)',
  plain: 'no standard',
};

/** Returns the profile that a file’s own metadata claim. */
export function profileOf(xmp: Xmp | string | undefined, info: PDFDict | undefined): Profile {
  if (/^PDF\/X/.test(claimedPdfX(xmp, info) ?? '')) return 'print';
  if (!xmp || typeof xmp === 'string') return 'plain';
  return xmp.has('pdfuaid:part') || xmp.has('pdfaid:part') ? 'screen' : 'plain';
}

/** Returns the version of PDF/X that a file claims: PDF/X-4 in its metadata, older ones in Info (ISO 15930-1, 6.2). */
export function claimedPdfX(xmp: Xmp | string | undefined, info: PDFDict | undefined): string | undefined {
  const said = typeof xmp === 'object' ? xmp.get('pdfxid:GTS_PDFXVersion')?.[0] : undefined;
  return said ?? textAt(info, 'GTS_PDFXConformance') ?? textAt(info, 'GTS_PDFXVersion');
}
