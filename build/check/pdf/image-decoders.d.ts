declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  /** pdf.js’s decoder of JPEGs. */
  export class JpegImage {
    constructor(options?: { decodeTransform?: Int32Array | null; colorTransform?: number });
    width: number;
    height: number;
    numComponents: number;
    parse(data: Uint8Array): void;
    getData(options: { width: number; height: number; forceRGB?: boolean; isSourcePDF?: boolean }): Uint8Array;
  }
}
