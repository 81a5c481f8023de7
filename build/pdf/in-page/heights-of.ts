/** The heights of the elements that a selector finds, in the order of the document; px. */
export function heightsOf(selector: string): number[] {
  return [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect().height);
}
