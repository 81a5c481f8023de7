import { gunzipSync } from 'node:zlib';
import { imageSize } from 'image-size';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { type Place, report } from '../diagnostics/report.ts';
import { type Repository, resolveFrom } from '../disk/repository.ts';
import type { Picture } from '../issue/model.ts';
import { reportUnreadable } from '../settings/text-file.ts';
import { breaksOff, oddityOfJpeg } from './colour-profile.ts';
import { excessInBook, excessOf } from './excess.ts';
import { foreignKind } from './foreign-kinds.ts';
import { maxBytes } from './limits.ts';
import { cleanSvg } from './svg.ts';
import { isXml } from './xml-text.ts';

const mediaTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;

/**
 * Reads a picture that a file names, and makes it safe. Width and height are the picture’s own, in CSS px. If something
 * is wrong with it, reports that on the file, at the place, and returns undefined. `name` is the picture's name in the
 * editions, without its ending.
 */
export async function readPicture(
  repository: Repository,
  url: string,
  file: VFile,
  at: Place | undefined,
  name: string,
): Promise<Picture | undefined> {
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
    report(file, 'image-local', {
      at,
      found: `The image ${url.slice(0, 80)} is not in the repository`,
      fix: 'Save it beside the manuscript, and name the file.',
    });
    return undefined;
  }
  if (url.startsWith('#')) {
    report(file, 'image-local', {
      at,
      found: `The picture ${url} is one that a notebook makes`,
      fix: 'Save what it shows as a file beside the manuscript, and name the file.',
    });
    return undefined;
  }
  let path: string;
  let data: Uint8Array;
  try {
    path = resolveFrom(file.path, decodeURIComponent(url));
    data = await repository.read(path);
  } catch (error) {
    if (error instanceof URIError)
      report(file, 'file-exists', {
        at,
        found: `${url} is not a file name`,
        fix: 'Write % as %25, or rename the file.',
      });
    else reportUnreadable(error, resolveFrom(file.path, url), { file, at });
    return undefined;
  }
  try {
    if (isGzip(data)) data = gunzipSync(data, { maxOutputLength: maxBytes });
    if (isXml(data)) {
      const safe = cleanSvg(data, { file, at, url });
      return safe && { name: `${name}.svg`, named: url, mediaType: mediaTypes.svg, ...safe };
    }
    const oddity = data[0] === 0xff && data[1] === 0xd8 ? oddityOfJpeg(data) : undefined;
    if (oddity) throw new TypeError(oddity);
    const { type = '', width, height, orientation = 1 } = imageSize(data);
    if (!(type in mediaTypes) || type === 'svg') throw new TypeError(`a picture of type ${type}`);
    if (!(width > 0 && height > 0)) throw new TypeError(`it has ${width} × ${height} pixels`);
    const kind = type as keyof typeof mediaTypes;
    // A camera that was held upright writes lines as columns, and says so (Exif, orientations 5 to 8).
    const size = orientation > 4 ? { width: height, height: width } : { width, height };
    const picture: Picture = { name: `${name}.${kind}`, named: url, mediaType: mediaTypes[kind], data, ...size };
    const excess = excessOf(picture);
    if (excess) {
      report(file, 'image-size', { at, ...excess, found: `${url} ${excess.found}` });
      return undefined;
    }
    const inBook = excessInBook(picture);
    if (inBook)
      report(file, 'image-size', {
        at,
        level: 'warning',
        found: `${url} ${inBook}`,
        expected: 'at most 5.6 million',
        fix: 'Save a copy as a JPEG in RGB, or a PNG.',
      });
    if (breaksOff(data, kind)) throw new TypeError('it breaks off before its end');
    return picture;
  } catch (error) {
    const foreign = foreignKind(data);
    report(file, 'image-readable', {
      at,
      found: foreign ? `${url} is ${foreign.name}` : `${url} cannot be read as a picture: ${reasonOf(error, data)}`,
      expected: 'a PNG, JPEG, GIF, WebP or SVG',
      fix: foreign?.fix ?? 'Export it again from the program that made it.',
    });
    return undefined;
  }
}

/** Inkscape's compressed SVG. */
function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** Says in words what is wrong with a picture; the libraries’ own messages are for programmers. */
function reasonOf(error: unknown, data: Uint8Array): string {
  if (data.length === 0) return 'the file is empty';
  if (error instanceof TypeError && /^it /.test(error.message)) return error.message;
  if (!isXml(data)) return 'it is damaged, or of another kind';
  if (error instanceof VFileMessage) return `its XML is wrong in line ${error.line ?? 1}`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'its letters are not in the encoding that it says';
  return code || error instanceof RangeError ? 'it says an encoding that nobody knows' : (error as Error).message;
}
