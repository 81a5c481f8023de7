import type { App } from '../app.ts';
import { byId } from '../dom.ts';

/** How long work may take before it is mentioned, in ms: shorter work would only flash. */
const unnoticed = { sign: 400, count: 2000 };

/** Shows quietly that the issue is being set, with the units that were printed where it takes long. */
export function status(app: App): () => void {
  const { words } = app;
  const sign = byId('busy');
  const text = byId('status');
  let began: number | undefined;

  const show = (): void => {
    const { isBusy, printed } = app.state();
    if (!isBusy) {
      began = undefined;
      sign.hidden = true;
      text.textContent = '';
      return;
    }
    if (began === undefined) {
      began = performance.now();
      for (const after of Object.values(unnoticed)) setTimeout(show, after + 1);
    }
    const lasted = performance.now() - began;
    sign.hidden = lasted < unnoticed.sign;
    text.textContent =
      lasted < unnoticed.sign
        ? ''
        : lasted < unnoticed.count || printed === 0
          ? words('busy')
          : words('busy-printed', { printed });
  };
  return show;
}
