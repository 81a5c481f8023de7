import type { App } from '../app.ts';
import { pageName } from '../app.ts';
import { addressOf } from '../ask.ts';
import { byId, writeAttributes } from '../dom.ts';
import type { View, Zoom } from '../view.ts';

/** The bar above the pages. */
export interface Toolbar {
  update(): void;
}

/** The actions of the bar’s buttons, besides those of the view. */
export interface ToolbarActions {
  step(by: 1 | -1): void;
  zoom(by: 1 | -1): void;
  askForPage(): void;
  help(): void;
  book(): void;
  savePage(): void;
  copyPage(): void;
}

/** Prepares the bar. */
export function toolbar(app: App, act: ToolbarActions): Toolbar {
  const { words } = app;
  const on = (id: string, action: () => void) => byId(id).addEventListener('click', action);
  on('previous', () => act.step(-1));
  on('next', () => act.step(1));
  on('go', act.askForPage);
  on('smaller', () => act.zoom(-1));
  on('larger', () => act.zoom(1));
  on('help', act.help);
  on('toggle-book', act.book);
  on('save-page', act.savePage);
  on('copy-page', act.copyPage);
  const menu = byId('view-menu');
  for (const input of menu.querySelectorAll('input'))
    input.addEventListener('change', () => app.setView(chosen(input)));

  return {
    update() {
      const { journal, issueLine, folder, pages, contents, isCurrent, trouble } = app.state();
      const index = app.pages.current();
      byId('journal').textContent = journal || folder;
      byId('issue').textContent = issueLine;
      const title = [issueLine || folder, journal].filter(Boolean).join(' – ');
      // Seen on the tab while the editor’s window is in front.
      document.title = isCurrent && trouble === '' ? title : `! ${title}`;
      const name = pageName(words, pages[index - 1]);
      byId('go').textContent = pages[index - 1]?.folio || (pages.length > 0 ? name : '–');
      writeAttributes(byId('go'), {
        'aria-label': `${name}. ${words('go-to-page')}`,
        title: `${words('go-to-page')} (g)`,
      });
      byId('count').textContent = pages.length > 0 ? `${index} / ${pages.length}` : '';
      byId('percent').textContent = `${app.pages.percent()} %`;
      const article = contents.findLast((one) => one.article && one.page !== undefined && one.page <= index);
      const proof = byId<HTMLAnchorElement>('proof');
      proof.hidden = !article;
      if (article?.article) proof.href = addressOf(`proof/${encodeURIComponent(article.article)}.pdf`);
      show(app.view());
    },
  };

  function show(view: View): void {
    for (const input of menu.querySelectorAll('input')) {
      const change = chosen(input, true);
      const [[key, value] = []] = Object.entries(change);
      input.checked = view[key as keyof View] === value;
    }
  }
}

/** What an input of the menu changes in the view; what it means if it is checked, whatever it is. */
function chosen({ name, value, checked }: HTMLInputElement, isMeant = false): Partial<View> {
  if (name === 'layout') return { layout: value as View['layout'] };
  if (name === 'zoom') return { zoom: (value === 'page' || value === 'width' ? value : Number(value)) as Zoom };
  return { [name]: isMeant || checked };
}
