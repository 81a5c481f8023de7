let range: Range | undefined;

/**
 * The one range of the page. The browser keeps all ranges up to date that were ever made and not yet collected: with
 * thousands of them each change of the document takes milliseconds.
 */
export function theRange(): Range {
  range ??= document.createRange();
  return range;
}
