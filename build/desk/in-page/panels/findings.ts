import type { DeskFinding } from '../../desk-state.ts';
import { type App, pageName } from '../app.ts';
import { button, byId, make, refill } from '../dom.ts';
import { findingText, levels } from './finding-text.ts';

/** Shows the findings as a list at the side, errors first. */
export function findingsList(app: App): () => void {
  const { words } = app;
  const panel = byId('findings');
  let made: readonly DeskFinding[] | undefined;

  const itemOf = (finding: DeskFinding): HTMLElement => {
    const item = make('li', {}, findingText(app, finding));
    const { at } = finding;
    if (at) {
      const name = pageName(words, app.state().pages[at.page - 1]);
      const show = button(name, () => app.go(at), { class: 'show', 'data-key': `${name} ${finding.found}` });
      item.querySelector('.where')?.prepend(show, ' ');
    }
    return item;
  };

  return () => {
    const { findings } = app.state();
    if (findings === made) return;
    made = findings;
    const sorted = levels.flatMap((level) => findings.filter((one) => one.level === level));
    byId('findings-count').textContent = findings.length > 0 ? String(findings.length) : '';
    byId('findings-count').className = `count ${sorted[0]?.level ?? ''}`;
    refill(
      panel,
      sorted.length > 0
        ? make('ul', { class: 'list' }, ...sorted.map(itemOf))
        : make('p', { class: 'none' }, words('no-findings')),
    );
  };
}
