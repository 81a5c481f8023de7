import type { DeskFinding } from '../../desk-state.ts';
import { type App, placeText } from '../app.ts';
import { button, make } from '../dom.ts';

/** The order in which findings are listed. */
export const levels = ['error', 'warning', 'info'] as const;

/** A finding as text: its level, what was found and expected, the remedy, and its places as buttons. */
export function findingText(app: App, finding: DeskFinding): HTMLElement {
  const { words, speech } = app;
  const { speak } = speech;
  const { level, found, expected, fix, alike = [] } = finding;
  const text = make('div', { class: `finding ${level}`, lang: speech.lang });
  text.append(make('p', { class: 'found' }, make('b', { lang: words('lang') }, words(level)), ' ', speak(found)));
  if (expected) text.append(make('p', { class: 'expected' }, label(app, 'expected'), ' ', speak(expected)));
  if (fix) text.append(make('p', { class: 'fix' }, speak(fix)));
  text.append(make('p', { class: 'where' }, placeButton(app, finding)));
  if (alike.length > 0) {
    const others = alike.map((one) =>
      make('li', {}, placeButton(app, { ...one, file: finding.file }), ' ', speak(one.found)),
    );
    const summary = make(
      'summary',
      { lang: words('lang'), 'data-key': `alike ${found}` },
      words('alike', { count: alike.length }),
    );
    text.append(make('details', {}, summary, make('ul', {}, ...others)));
  }
  return text;
}

/** A button with the place of a finding, which opens it. */
function placeButton(app: App, place: { file: string; line?: number; column?: number }): HTMLElement {
  const made = button(placeText(place), () => void app.open(place), {
    class: 'place',
    'data-key': `${placeText(place)}`,
    title: app.words('open-source'),
  });
  return made;
}

function label({ words }: App, key: string): HTMLElement {
  return make('span', { class: 'label', lang: words('lang') }, words(key));
}
