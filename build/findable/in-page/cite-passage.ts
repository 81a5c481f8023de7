import { citedPassage, type PassageWords, pagesText, passageOf, type SelectedPassage } from './passage.ts';

/**
 * Offers, for a passage that a reader selects, its citation with the printed page on which it stands, and the address
 * of that page. All that it knows stands in the document: the marks of pages, the citation of the article, and its own
 * words on the element of the script. Without it, the page reads and cites as well.
 */
export function citePassages(): void {
  const script = document.currentScript as HTMLScriptElement | null;
  const article = document.querySelector('article');
  const citation = document.querySelector('.cite .citation')?.textContent ?? '';
  const marks = [...document.querySelectorAll('.folio-mark[data-folio]')];
  if (!script || !article || marks.length === 0) return;
  const { open = '“', close = '”', page = 'p.', pages = 'pp.', lang = '' } = script.dataset;
  const { copyCitation = '', copyLink = '', copied = '', label = '' } = script.dataset;
  const words: PassageWords = { citation, open, close, page, pages };

  const bar = document.createElement('div');
  bar.className = 'passage-bar';
  bar.hidden = true;
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', label);
  if (lang) bar.lang = lang;
  const where = document.createElement('span');
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const buttons = [copyCitation, copyLink].map((text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    // A press must not take the selection away.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    return button;
  });
  bar.append(where, ...buttons, said);
  document.body.append(bar);
  document.adoptedStyleSheets.push(sheet());

  let passage: SelectedPassage | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    const found = passageOf(document.getSelection(), article, marks);
    // Who goes to the buttons by the keyboard keeps the passage.
    if (!found && bar.contains(document.activeElement)) return;
    passage = found;
    bar.hidden = !passage;
    said.textContent = '';
    if (passage) where.textContent = pagesText(passage, words);
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(later);
    later = setTimeout(follow, 150);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') bar.hidden = true;
  });
  for (const [i, button] of buttons.entries())
    button.addEventListener('click', async () => {
      if (!passage) return;
      const address = addressOf(passage);
      said.textContent = (await copy(i === 0 ? citedPassage(passage, words, address) : address)) ? copied : address;
    });
}

/** The address of the page on which a passage begins: the one by which the article is known, where it is said. */
function addressOf({ first }: SelectedPassage): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return `${canonical ?? location.href.replace(/#.*$/, '')}#${first.id}`;
}

/** Copies a text; false where the browser refuses it, so that it has to be shown. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** How the bar looks. It stands here, since it is nothing without the script; its colours are the reader’s own. */
function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(`
    .passage-bar {
      position: fixed; inset: auto 0 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem;
      align-items: center; justify-content: center; padding: 0.5rem 1rem; border-top: 1px solid;
      background: Canvas; color: CanvasText; font: 1rem/1.4 system-ui, sans-serif;
    }
    .passage-bar[hidden] { display: none; }
    .passage-bar button { min-height: 2.75rem; padding: 0 1rem; font: inherit; }
    .passage-bar [role=status] { overflow-wrap: anywhere; }
    @media print { .passage-bar { display: none; } }
  `);
  return made;
}
