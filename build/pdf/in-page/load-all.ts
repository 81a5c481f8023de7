/**
 * Loads every picture and every face, because the browser asks too late for a face that only running heads use. Returns
 * the names of those that failed. Pictures are not decoded in advance: the browser has room for about sixty million
 * pixels at a time, and decodes each picture again to print it.
 */
export async function loadAll(): Promise<string[]> {
  const faces = [...document.fonts].map((face) =>
    face.load().then(
      () => '',
      () => `face ${face.family} ${face.weight} ${face.style}`,
    ),
  );
  const pictures = [...document.images].map(async (image) => {
    if (!image.complete)
      await new Promise((done) => {
        image.addEventListener('load', done);
        image.addEventListener('error', done);
      });
    return image.naturalWidth > 0 ? '' : `picture ${image.getAttribute('src')}`;
  });
  const missing = (await Promise.all([...faces, ...pictures])).filter(Boolean);
  await document.fonts.ready;
  return missing;
}
