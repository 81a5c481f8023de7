/**
 * The name of a picture beside the JATS. Drawings are painted as PNG, since archives do not take them; a name keeps
 * the old ending before the new one, so that `way.svg` and `way.png` are two.
 */
export function graphicName(picture: string): string {
  return picture.replace(/\.svg$/i, '-svg.png');
}

/** The subtype of the media type of a picture beside the JATS. */
export function graphicType(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ending === 'jpg' ? 'jpeg' : ending;
}
