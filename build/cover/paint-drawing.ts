import { startRenderer } from '../images/renderer.ts';
import { threadsOf } from '../threads/threads.ts';
import { paintPng } from './paint-png.mjs';

/** A drawing to be painted with no faces but those given; `width` is in pixels. */
export interface DrawingToPaint {
  svg: string;
  faces: Uint8Array[];
  width: number;
  /** The family of words whose own is not among the faces; without it, such words are not painted. */
  family?: string;
}

const painters = threadsOf<DrawingToPaint, Uint8Array>(
  new URL('./paint-png-thread.mjs', import.meta.url),
  async (drawing) => {
    await startRenderer();
    return paintPng(drawing);
  },
  1,
);

/** Paints a drawing as PNG in another thread, without a browser. */
export function paintDrawing(drawing: DrawingToPaint): Promise<Uint8Array> {
  return painters.run(drawing);
}
