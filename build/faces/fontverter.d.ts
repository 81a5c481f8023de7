/** The part of fontverter that is used; the package has no types of its own. */
declare module 'fontverter' {
  export function convert(font: Buffer, to: 'sfnt'): Promise<Buffer>;
}
