/**
 * The name of a picture beside the JATS. Drawings, and pictures in forms that archives do not take, are painted as PNG;
 * a drawing keeps its old name before the new ending, so that `way.svg` and `way.png` are two.
 */
export function graphicName(picture: string): string {
  return /\.(?:png|jpe?g|gif)$/i.test(picture) ? picture : `${picture.replace(/\.(\w+)$/, '-$1')}.png`;
}

/** The subtype of the media type of a picture beside the JATS. */
export function graphicType(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ending === 'jpg' ? 'jpeg' : ending;
}
