import type { ComparisonOutcome, OlderEditions } from '../../desk-state.ts';
import type { App } from '../app.ts';
import { addressOf, ask, tell } from '../ask.ts';
import { button, byId, make } from '../dom.ts';

/** The report of what changed since an older edition, above the pages. */
export interface ComparisonPanel {
  /** Asks what the pages are to be compared with, or goes back to them. */
  turn(): void;
  /** Goes back to the pages. */
  close(): void;
  /** Says that the pages changed since they were compared. */
  outdate(): void;
}

/** Prepares the panel of the comparison, which asks the desk for nothing before it is opened. */
export function comparisonPanel(app: App): ComparisonPanel {
  const { words } = app;
  const panel = byId('comparison');
  const dialog = byId<HTMLDialogElement>('compare-dialog');
  const field = byId<HTMLInputElement>('revision');
  const [withBuild, withRevision] = [byId<HTMLInputElement>('with-build'), byId<HTMLInputElement>('with-revision')];
  /** The revision that was compared with; undefined for the last finished build. */
  let revision: string | undefined;
  let asked = 0;

  const choose = async (): Promise<void> => {
    const known = await ask<OlderEditions>('comparison').catch(() => undefined);
    const { isBuilt, commits } = known ?? { isBuilt: true, commits: [] };
    byId('no-build').hidden = isBuilt;
    byId('no-commits').hidden = commits.length > 0;
    withBuild.disabled = !isBuilt;
    withRevision.disabled = field.disabled = commits.length === 0;
    const isByRevision = !isBuilt || (revision !== undefined && commits.length > 0);
    withRevision.checked = isByRevision && commits.length > 0;
    withBuild.checked = !isByRevision;
    field.value ||= commits[0]?.name ?? '';
    byId('commits').replaceChildren(
      ...commits.map(({ name, day, subject }) => make('option', { value: name }, `${day} ${subject}`)),
    );
    dialog.showModal();
  };

  const compare = async (): Promise<void> => {
    const mine = ++asked;
    const isOver = () => mine !== asked;
    const older = revision ?? words('last-build');
    panel.hidden = false;
    byId('pages').inert = true;
    byId('compared').textContent = words('compared', { older });
    byId('compared-state').textContent = words('comparing', { older });
    byId('comparison-report').replaceChildren();
    panel.focus();
    const query = { lang: words('lang'), ...(revision === undefined ? {} : { revision }) };
    const outcome = await tell<ComparisonOutcome>('comparison', query).catch(() => undefined);
    if (isOver()) return;
    byId('compared-state').textContent = '';
    if (outcome && 'report' in outcome) return show(outcome.report, older);
    const { speak, lang } = app.speech;
    const reason = outcome ? [outcome.found, outcome.fix].filter(Boolean).map(speak).join(' ') : words('no-pages');
    byId('comparison-report').replaceChildren(
      make('p', { role: 'alert', lang: outcome ? lang : undefined }, words('not-compared', { reason })),
    );
  };

  const show = (report: number, older: string): void => {
    // The report runs nothing: its policy allows no script.
    const frame = make('iframe', {
      title: words('compared', { older }),
      src: addressOf(`comparison/${report}`),
    });
    frame.addEventListener('load', () => addButtons(frame));
    byId('comparison-report').replaceChildren(frame);
  };

  /** Gives each change a button that opens its line, and one that shows its page. */
  const addButtons = ({ contentDocument }: HTMLIFrameElement): void => {
    for (const change of contentDocument?.querySelectorAll<HTMLElement>('[data-file], [data-folio]') ?? []) {
      const { file, line, column, folio } = change.dataset;
      const index = app.state().pages.find((page) => folio && page.folio === folio)?.index;
      const act = make('p', { class: 'act' });
      if (index !== undefined)
        act.append(button(words('page-of-folio', { folio: folio ?? '' }), () => app.go({ page: index, boxes: [] })));
      if (file)
        act.append(
          button(words('open-source'), () => void app.open({ file, line: Number(line), column: Number(column) })),
        );
      change.append(act);
    }
  };

  const close = (): void => {
    if (panel.hidden) return;
    asked++;
    panel.hidden = true;
    byId('pages').inert = false;
    byId('comparison-report').replaceChildren();
    byId('pages').focus({ preventScroll: true });
  };

  byId('compare').addEventListener('click', () => void choose());
  byId('compare-other').addEventListener('click', () => void choose());
  byId('compare-again').addEventListener('click', () => void compare());
  byId('comparison-close').addEventListener('click', close);
  field.addEventListener('input', () => {
    withRevision.checked = true;
  });
  byId('compare-form').addEventListener('submit', (event) => {
    if (withRevision.checked && field.value.trim() === '') {
      event.preventDefault();
      field.focus();
      return;
    }
    if (!withRevision.checked && !withBuild.checked) return;
    revision = withRevision.checked ? field.value.trim() : undefined;
    void compare();
  });
  for (const one of dialog.querySelectorAll('.close')) one.addEventListener('click', () => dialog.close());

  return {
    turn: () => (panel.hidden ? void choose() : close()),
    close,
    outdate() {
      if (!panel.hidden && byId('comparison-report').querySelector('iframe'))
        byId('compared-state').textContent = words('compared-old');
    },
  };
}
