import type { DeskFinding } from '../../desk-state.ts';
import { type App, placeText } from '../app.ts';
import { button, byId, make } from '../dom.ts';
import { overlay, type PageSlot } from '../pages/slots.ts';
import { findingText } from './finding-text.ts';

/** How far from the edge of the trim the marks are, and how large they are; PDF points. */
const [inset, size] = [6, 13];

/** Marks the findings on the pages: a sign in the margin, which shows the text, and a thin frame. */
export function findingMarks(app: App): { update(): void } {
  const { words, speech } = app;
  const shown = byId('finding');
  let made: readonly unknown[] = [];

  const show = (finding: DeskFinding, mark: HTMLElement): void => {
    shown.replaceChildren(findingText(app, finding));
    shown.showPopover();
    const box = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = shown;
    shown.style.left = `${Math.max(8, Math.min(box.right + 8, innerWidth - width - 8))}px`;
    shown.style.top = `${Math.max(8, Math.min(box.top, innerHeight - height - 8))}px`;
  };
  const markOn = (slot: PageSlot, finding: DeskFinding): HTMLElement[] => {
    const [first, ...rest] = finding.at?.boxes ?? [];
    if (!first) return [];
    const { width, height } = app.state().sheet;
    const [left, top] = [(slot.size.width - width) / 2, (slot.size.height - height) / 2];
    const isRecto = slot.page.index % 2 === 1;
    const x = isRecto ? left + width - inset - size : left + inset;
    const y = Math.max(top, first[1] + first[3] / 2 - size / 2);
    const found = speech.speak(finding.found);
    const label = `${words(finding.level)}: ${found} ${placeText(finding, true)}`;
    const mark = button(finding.level === 'info' ? 'i' : '!', () => show(finding, mark), {
      class: `mark ${finding.level}`,
      'aria-label': label,
      title: found,
    });
    const frames = [first, ...rest].map((box) =>
      overlay(make('div', { class: `found-frame ${finding.level}` }), box, slot),
    );
    return [...frames, overlay(mark, [x, y, size, size], slot)];
  };

  return {
    update() {
      const { findings } = app.state();
      const slots = app.pages.slots();
      if (findings === made[0] && slots === made[1]) return;
      if (findings !== made[0] && shown.matches(':popover-open')) shown.hidePopover();
      made = [findings, slots];
      for (const slot of slots) for (const old of slot.marks.querySelectorAll('.mark, .found-frame')) old.remove();
      for (const finding of findings) {
        const slot = finding.at && app.pages.slot(finding.at.page);
        if (slot) slot.marks.append(...markOn(slot, finding));
      }
    },
  };
}
