import type { Picture } from '../../issue/model.ts';

/** True if a picture is animated, and so may flash. */
export function isAnimated({ mediaType, data }: Picture): boolean {
  const text = Buffer.from(data).toString('latin1');
  // GIF89a, section 23: a graphic control extension precedes each frame.
  if (mediaType === 'image/gif') return text.split('\x21\xf9\x04').length > 2;
  if (mediaType === 'image/webp') return text.includes('ANIM');
  if (mediaType === 'image/png') return text.includes('acTL');
  return mediaType === 'image/svg+xml' && /<animate|<set[\s>]|@keyframes/.test(text);
}
