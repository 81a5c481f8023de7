import type { PDFDict } from '@cantoo/pdf-lib';
import { textAt } from '../../pdf-reading/file/objects.ts';
import type { Xmp } from '../../pdf-reading/xmp.ts';

/** What a PDF was built to: PDF/X-4 for a press; PDF/UA-1 and PDF/A-2 for readers; none of them. */
export type Profile = 'print' | 'screen' | 'plain';

export const profiles: Record<Profile, string> = {
  print: 'print (PDF/X-4)',
  screen: 'screen (PDF/UA-1, PDF/A-2a)',
  plain: 'no standard',
};

/** Recognises by a file’s own metadata what it says it was built to. */
export function profileOf(xmp: Xmp | string | undefined, info: PDFDict | undefined): Profile {
  if (/^PDF\/X/.test(claimedPress(xmp, info) ?? '')) return 'print';
  if (!xmp || typeof xmp === 'string') return 'plain';
  return xmp.has('pdfuaid:part') || xmp.has('pdfaid:part') ? 'screen' : 'plain';
}

/** The version of PDF/X that a file claims: PDF/X-4 in its metadata, the older ones in Info (ISO 15930-1, 6.2). */
export function claimedPress(xmp: Xmp | string | undefined, info: PDFDict | undefined): string | undefined {
  const said = typeof xmp === 'object' ? xmp.get('pdfxid:GTS_PDFXVersion')?.[0] : undefined;
  return said ?? textAt(info, 'GTS_PDFXConformance') ?? textAt(info, 'GTS_PDFXVersion');
}
