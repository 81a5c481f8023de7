import type { PageMarker } from '../reflow/page-marks/page-marker.ts';

/**
 * The marker of a printed page on the web: a link to the very place, so that its address can be copied. Its number is
 * shown by the stylesheet, and is not part of the text: who copies a passage, or searches in it, does not meet it.
 * Inside another link it is not a link itself.
 */
export const webMarker: PageMarker = ({ id, label, lang }, inLink = false) => ({
  type: 'element',
  tagName: inLink ? 'span' : 'a',
  properties: {
    className: ['folio-mark'],
    id,
    ...(inLink ? {} : { href: `#${id}`, ariaLabel: label, lang }),
    dataFolio: label,
  },
  children: [],
});
