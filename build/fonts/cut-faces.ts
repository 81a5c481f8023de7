import { type Cache, kept } from '../cache/cache.ts';
import { threadsOf } from '../threads/threads.ts';
import { cutFace } from './cut-face.mjs';

/** A face that is to be cut down. */
export interface FaceToCut {
  data: Uint8Array;
  /** The characters that stay. */
  text: string;
  format: 'woff2' | 'truetype';
  /** The OpenType features that stay. */
  features: readonly string[];
}

/** The threads that cut faces down: most of the work is to pack them tightly. */
const faceThreads = threadsOf<FaceToCut, Uint8Array>(new URL('./cut-face-thread.mjs', import.meta.url), cutFace);

/** Cuts a face down in another thread, or takes it from an earlier build. Throws what harfbuzz throws. */
export function cutDown(face: FaceToCut, cache: Cache): Promise<Uint8Array> {
  return kept(cache, 'face', { ...face }, () => faceThreads.run(face));
}
