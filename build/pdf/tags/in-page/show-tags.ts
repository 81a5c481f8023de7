/**
 * Shows the planned tags to the browser, when pages are made up: it writes a role and a name of its own into the PDF for nothing but figures, so everything becomes a
 * figure whose name is the number of its tag.
 */
export function showTags(): void {
  const show = (element: Element, name: string) => {
    element.setAttribute('role', 'figure');
    element.setAttribute('aria-label', `@${name}`);
  };
  for (const repeated of document.querySelectorAll('[data-repeated]')) {
    show(repeated, 'repeated');
    for (const inside of repeated.querySelectorAll('[data-tag]')) inside.removeAttribute('data-tag');
  }
  for (const tagged of document.querySelectorAll('[data-tag]')) show(tagged, tagged.getAttribute('data-tag') ?? '');
  for (const hyphen of document.querySelectorAll('.set-hyphen')) show(hyphen, 'hyphen');
}
