import type { App } from '../app.ts';
import { button, byId, make, refill, writeAttributes } from '../dom.ts';
import { findingText } from './finding-text.ts';

/**
 * Shows above everything what keeps the pages from following the manuscripts. It lies over the pages, which stay where
 * they are, and can be folded.
 */
export function problems(app: App): () => void {
  const { words, speech } = app;
  const region = byId('problems');
  let made = '';
  let isFolded = false;

  const foldButton = (): HTMLElement => {
    const made = button('', () => {
      isFolded = !isFolded;
      show();
    });
    const show = () => {
      made.textContent = words(isFolded ? 'unfold' : 'fold');
      writeAttributes(made, { 'aria-expanded': String(!isFolded), 'data-key': 'fold' });
      region.classList.toggle('folded', isFolded);
    };
    show();
    return made;
  };

  return () => {
    const { isCurrent, trouble, findings, pages } = app.state();
    const errors = isCurrent ? [] : findings.filter(({ level }) => level === 'error');
    const now = JSON.stringify([isCurrent, trouble, errors, pages.length > 0]);
    if (now === made) return;
    made = now;
    const isFine = isCurrent && trouble === '';
    if (isFine && !region.hidden) app.say(words('mended'));
    region.hidden = isFine;
    if (isFine) {
      isFolded = false;
      return refill(region);
    }
    const heading = errors.length > 0 ? words('errors', { count: errors.length }) : words('trouble');
    const old = pages.length > 0 ? words('old-pages') : words('no-pages');
    const list = errors.map((error) => make('li', {}, findingText(app, error)));
    refill(
      region,
      make('div', { class: 'head' }, make('h2', {}, heading), make('p', {}, old), foldButton()),
      ...(trouble ? [make('p', { class: 'trouble', lang: speech.lang }, speech.speak(trouble))] : []),
      ...(list.length > 0 ? [make('ul', { class: 'list' }, ...list)] : []),
    );
    const said = [trouble, ...errors.flatMap(({ found, fix = '' }) => [found, fix])].map(speech.speak);
    app.say([heading, old, ...said].join(' '));
  };
}
