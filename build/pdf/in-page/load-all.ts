/**
 * Loads every face, for one that only running heads use is not asked for before it is too late, and every picture.
 * Returns what failed. No picture is asked to be decoded: the browser has room for some sixty million pixels at a time,
 * and makes it anew for each that it prints.
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
