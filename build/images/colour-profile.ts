/*
 * Carries the colour profile from one file to another of its kind: the pixels keep their values, and so must keep their
 * meaning. A telephone’s photographs are seldom in sRGB.
 */

/** Puts the colour profile of a JPEG into another (ICC.1:2022, annex B.4: segments APP2, behind the first ones). */
export function keepJpegProfile(from: Uint8Array, to: Uint8Array): Uint8Array {
  const profile = segmentsOf(from)
    .filter(({ marker, data }) => marker === 0xe2 && /ICC_PROFILE\0$/.test(latin(data.subarray(4, 16))))
    .map(({ data }) => data);
  const [first] = segmentsOf(to);
  const at = first?.marker === 0xe0 ? 2 + first.data.length : 2;
  return joined([to.subarray(0, at), ...profile, to.subarray(at)]);
}

/** The number of colours in a pixel of a JPEG: 1 for grey, 3, or 4 for inks; 0 if it is not stated. */
export function coloursOfJpeg(data: Uint8Array): number {
  return frameOf(data)?.data[9] ?? 0;
}

function frameOf(data: Uint8Array): { marker: number; data: Uint8Array } | undefined {
  const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  return segmentsOf(data).find(({ marker }) => isFrame(marker));
}

/**
 * The method of a JPEG that no browser can show, in words: those that only scanners of hospitals use. Undefined for
 * others.
 */
export function oddityOfJpeg(data: Uint8Array): string | undefined {
  const frame = frameOf(data);
  if (!frame) return 'it breaks off before its first line';
  if (frame.data[4] !== 8) return `it has ${frame.data[4]} bits a colour, not 8`;
  return [0xc0, 0xc1, 0xc2].includes(frame.marker) ? undefined : 'it is compressed by a method that no browser knows';
}

/**
 * True if a JPEG or PNG breaks off before its end, as after an interrupted download: the missing part would be grey.
 */
export function breaksOff(data: Uint8Array, kind: string): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  // Cameras put other things behind the end, and a small picture with an end of its own before the first scan.
  const head = segmentsOf(data).reduce((sum, segment) => sum + segment.data.length, 2);
  if (kind === 'jpg') return bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) < head;
  return kind === 'png' && !chunksOf(data).some(({ type }) => type === 'IEND');
}

/** The segments of a JPEG before its first scan, each with its marker and length. */
function segmentsOf(file: Uint8Array): { marker: number; data: Uint8Array }[] {
  const segments: { marker: number; data: Uint8Array }[] = [];
  let at = 2;
  while (file[at] === 0xff && file[at + 1] !== 0xda) {
    const length = 2 + (file[at + 2] ?? 0) * 256 + (file[at + 3] ?? 0);
    if (length < 4 || at + length > file.length) break;
    segments.push({ marker: file[at + 1] ?? 0, data: file.subarray(at, at + length) });
    at += length;
  }
  return segments;
}

/** Puts the chunks about colours of a PNG into another (PNG, third edition, 11.3.2), behind its header. */
export function keepPngProfile(from: Uint8Array, to: Uint8Array): Uint8Array {
  const kept = chunksOf(from).filter(({ type }) => /^(iCCP|sRGB|gAMA|cHRM|cICP)$/.test(type));
  const plain = chunksOf(to).filter(({ type }) => !/^(iCCP|sRGB|gAMA|cHRM|cICP)$/.test(type));
  const [header, ...rest] = plain;
  return joined([to.subarray(0, 8), ...[header, ...kept, ...rest].flatMap((chunk) => chunk?.data ?? [])]);
}

/** True if a PNG is animated or has a profile for greys alone: neither survives a change of its pixels. */
export function isOddPng(data: Uint8Array): boolean {
  const chunks = chunksOf(data);
  const has = (wanted: string) => chunks.some(({ type }) => type === wanted);
  const kind = data[25];
  return has('acTL') || (has('iCCP') && (kind === 0 || kind === 4));
}

function chunksOf(file: Uint8Array): { type: string; data: Uint8Array }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: { type: string; data: Uint8Array }[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = 12 + view.getUint32(at);
    if (at + length > file.length) break;
    chunks.push({ type: latin(file.subarray(at + 4, at + 8)), data: file.subarray(at, at + length) });
    at += length;
  }
  return chunks;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
