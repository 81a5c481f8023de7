import type { SourcePoint } from '../../desk-state.ts';
import { type App, placeText } from '../app.ts';
import { make } from '../dom.ts';
import { layText } from './page-text.ts';
import { overlay, type PageSlot } from './slots.ts';
import { openSourceAt, sourceAt } from './source.ts';

/** The cursor on the lines of pages, for those who use no pointer: arrows move it, Enter opens the source. */
export interface LineCursor {
  isOn(): boolean;
  /** Begins at the first line of the page that is looked at. */
  start(): Promise<void>;
  stop(): void;
  /** Moves by lines. */
  down(step: 1 | -1): Promise<void>;
  /** Moves by words. */
  across(step: 1 | -1): Promise<void>;
  open(): Promise<void>;
}

/** A cursor that is not on a line yet. */
export function lineCursor(app: App): LineCursor {
  const mark = make('div', { class: 'cursor' });
  let at: { page: number; line: number; x: number } | undefined;

  const linesOn = async (index: number) => {
    const slot = app.pages.slot(index);
    if (slot && !slot.lines) await layText(app.pages.pdfs, slot).catch(() => {});
    return slot?.lines ?? [];
  };
  const moveTo = async (page: number, line: number, x?: number): Promise<void> => {
    const lines = await linesOn(page);
    const slot = app.pages.slot(page);
    const found = lines.at(line);
    if (!slot || !found) return;
    at = { page, line: lines.indexOf(found), x: x ?? found.left + 1 };
    show(slot, [found.left - 2, found.top - 1, found.width + 4, found.height + 2]);
    app.say(found.text);
  };
  const show = (slot: PageSlot, box: SourcePoint['at']['boxes'][0]): void => {
    slot.marks.append(overlay(mark, box, slot));
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return {
    isOn: () => at !== undefined && mark.isConnected,
    async start() {
      await moveTo(app.pages.current(), 0);
      if (!at) app.say(app.words('no-lines'));
    },
    stop() {
      at = undefined;
      mark.remove();
    },
    async down(step) {
      if (!at) return;
      const lines = await linesOn(at.page);
      const next = at.line + step;
      if (next >= 0 && next < lines.length) return moveTo(at.page, next);
      // Pages without lines, such as blank ones, are passed.
      for (let page = at.page + step; app.pages.slot(page); page += step)
        if ((await linesOn(page)).length > 0) return moveTo(page, step > 0 ? 0 : -1);
    },
    async across(step) {
      const line = at && (await linesOn(at.page))[at.line];
      const slot = at && app.pages.slot(at.page);
      if (!at || !line || !slot) return;
      const y = line.top + line.height / 2;
      const here = await sourceAt(at.page, at.x, y);
      const [box] = here?.at.boxes ?? [];
      if (!box) return;
      const next = step > 0 ? box[0] + box[2] + line.height * 0.3 : box[0] - line.height * 0.3;
      if (next < line.left || next > line.left + line.width) return this.down(step);
      const there = await sourceAt(at.page, next, y);
      const [target] = there?.at.boxes ?? [];
      if (!there || !target) return;
      at.x = target[0] + target[2] / 2;
      show(slot, target);
      app.say(`${there.word} ${placeText(there, true)}`);
    },
    async open() {
      const line = at && (await linesOn(at.page))[at.line];
      if (at && line) await openSourceAt(app, at.page, at.x, line.top + line.height / 2);
    },
  };
}
