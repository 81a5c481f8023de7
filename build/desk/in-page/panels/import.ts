import type { ImportReport } from '../../desk-state.ts';
import type { App } from '../app.ts';
import { sendFile } from '../ask.ts';
import { button, byId, make, refill } from '../dom.ts';
import { levels } from './finding-text.ts';

/** Takes authors’ files that are dropped on the page or chosen, has them imported, and shows the report. */
export function importPanel(app: App): void {
  const { words, speech } = app;
  const { speak, lang } = speech;
  const cover = byId('drop');
  const dialog = byId<HTMLDialogElement>('import-dialog');
  const field = byId<HTMLInputElement>('import-file');

  const take = async (file: File, changes?: 'accept' | 'reject'): Promise<void> => {
    show(make('p', { role: 'status' }, words('importing', { file: file.name })));
    try {
      const report = await sendFile<ImportReport>('import', { name: file.name, ...(changes ? { changes } : {}) }, file);
      show(...reportOf(report, file));
      app.say(report.refused ? speak(report.refused.found) : words('imported', { file: file.name }));
    } catch (error) {
      show(make('p', { role: 'alert' }, words('not-imported', { reason: speak((error as Error).message) })));
    }
  };
  const show = (...parts: HTMLElement[]): void => {
    refill(byId('import-report'), ...parts);
    if (!dialog.open) dialog.showModal();
  };

  const reportOf = ({ manuscript, refused, told, doubts }: ImportReport, file: File): HTMLElement[] => {
    const sorted = levels.flatMap((level) => doubts.filter((one) => one.level === level));
    return [
      ...(manuscript ? [make('p', {}, `${words('imported', { file: file.name })} `, placeButton(manuscript))] : []),
      ...(refused
        ? [
            make('p', { role: 'alert', lang }, `${speak(refused.found)}. ${speak(refused.fix)}`),
            make('p', {}, words('nothing-written')),
          ]
        : []),
      ...(refused?.hasChanges
        ? [
            make(
              'div',
              { class: 'actions' },
              button(words('accept-changes'), () => void take(file, 'accept')),
              button(words('reject-changes'), () => void take(file, 'reject')),
            ),
          ]
        : []),
      ...(told.length > 0
        ? [make('ul', { class: 'told', lang }, ...told.map((line) => make('li', {}, speak(line))))]
        : []),
      ...(sorted.length > 0
        ? [
            make('h3', {}, words('doubts', { count: sorted.length })),
            make('ul', { class: 'list', lang }, ...sorted.map(doubtText)),
          ]
        : []),
    ];
  };
  const doubtText = ({ level, found, expected, fix, line, alike = [] }: ImportReport['doubts'][0]): HTMLElement => {
    const placed = (place: number | undefined, text: string): string =>
      `${place === undefined ? '' : `${place}: `}${text}`;
    return make(
      'li',
      { class: `finding ${level}` },
      make('p', { class: 'found' }, make('b', { lang: words('lang') }, words(level)), ` ${placed(line, speak(found))}`),
      ...(expected ? [make('p', { class: 'expected' }, speak(expected))] : []),
      ...(fix ? [make('p', { class: 'fix' }, speak(fix))] : []),
      ...(alike.length > 0
        ? [
            make(
              'details',
              {},
              make('summary', { lang: words('lang') }, words('alike', { count: alike.length })),
              make('ul', {}, ...alike.map((one) => make('li', {}, placed(one.line, speak(one.found))))),
            ),
          ]
        : []),
    );
  };
  const placeButton = (file: string): HTMLElement =>
    button(file, () => void app.open({ file, line: 1 }), { class: 'place', title: words('open-source') });

  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    cover.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) cover.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    cover.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void take(file);
  });
  byId('import').addEventListener('click', () => field.click());
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    if (file) void take(file);
    // The same file may be chosen again.
    field.value = '';
  });
  for (const close of dialog.querySelectorAll('.close')) close.addEventListener('click', () => dialog.close());
}
