import type { App } from '../app.ts';
import { byId } from '../dom.ts';

/** How long work may take before it is mentioned, in ms: shorter work would only flash. */
const unnoticed = { sign: 400, count: 2000 };

/** Shows quietly that the issue is being set, with the units that were printed where it takes long. */
export function status(app: App): () => void {
  const { words } = app;
  const sign = byId('busy');
  const text = byId('status');
  const empty = byId('empty');
  let began: number | undefined;

  const show = (): void => {
    const { isBusy, printed, pages } = app.state();
    if (!isBusy) began = undefined;
    else if (began === undefined) {
      began = performance.now();
      for (const after of Object.values(unnoticed)) setTimeout(show, after + 1);
    }
    const lasted = began === undefined ? 0 : performance.now() - began;
    const isShown = lasted >= unnoticed.sign;
    const counts = lasted >= unnoticed.count && printed > 0;
    sign.hidden = !isShown;
    text.textContent = isShown ? (counts ? words('busy-printed', { printed }) : words('busy')) : '';
    // Before the first pages, it is all that there is to see.
    empty.hidden = !isShown || pages.length > 0;
    empty.textContent = text.textContent;
  };
  return show;
}
