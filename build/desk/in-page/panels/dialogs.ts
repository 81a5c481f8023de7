import type { App } from '../app.ts';
import { byId, make } from '../dom.ts';
import { keyRows } from '../keys.ts';
import { settings } from '../settings.ts';

/** The dialogs of the page. */
export interface Dialogs {
  askForPage(): void;
  help(): void;
}

/** Prepares the dialogs. */
export function dialogs(app: App): Dialogs {
  const { words } = app;
  const go = byId<HTMLDialogElement>('go-dialog');
  const help = byId<HTMLDialogElement>('help-dialog');
  const field = byId<HTMLInputElement>('go-field');
  const wrong = byId('go-wrong');

  byId('go-form').addEventListener('submit', (event) => {
    const index = indexOf(app, field.value);
    if (index === undefined) {
      event.preventDefault();
      wrong.textContent = words('no-page', { folio: field.value });
      field.setAttribute('aria-invalid', 'true');
      field.select();
      return;
    }
    app.go({ page: index, boxes: [] });
    requestAnimationFrame(() => byId('pages').focus());
  });
  byId('help-keys').append(
    ...keyRows.map(([keys, text]) =>
      make('tr', {}, make('td', {}, ...keys.map((key) => make('kbd', {}, key))), make('td', {}, words(text))),
    ),
  );
  const single = byId<HTMLInputElement>('single-keys');
  single.checked = settings.read('keys') !== 'off';
  single.addEventListener('change', () => settings.write('keys', single.checked ? 'on' : 'off'));
  for (const dialog of [go, help])
    for (const close of dialog.querySelectorAll('.close')) close.addEventListener('click', () => dialog.close());

  return {
    askForPage() {
      wrong.textContent = '';
      field.removeAttribute('aria-invalid');
      field.value = app.state().pages[app.pages.current() - 1]?.folio ?? '';
      go.showModal();
      field.select();
    },
    help: () => help.showModal(),
  };
}

/** The index of the page that a user means: by its folio, or as `#51` by its index. */
function indexOf(app: App, text: string): number | undefined {
  const wanted = text.trim();
  const { pages } = app.state();
  const index = Number(/^#(\d+)$/.exec(wanted)?.[1]);
  const page =
    pages.find(({ folio }) => folio !== '' && folio === wanted) ??
    pages.find(({ folio }) => folio !== '' && folio.toLowerCase() === wanted.toLowerCase()) ??
    pages[index - 1];
  return page?.index;
}
