import { type App, type FilePlace, placeText } from '../app.ts';
import { tell } from '../ask.ts';

/** Opens a place in the editor, and says what became of it; where no editor opened, the place can be copied. */
export async function openFile({ words, toast }: App, place: FilePlace, remark?: string): Promise<void> {
  const { file, line = 1, column = 1 } = place;
  const opened = await tell<{ editor?: string; place: string }>('open', { file, line, column }).catch(() => undefined);
  const text = placeText(place, true);
  const said = opened?.editor
    ? words('opened', { place: text, editor: opened.editor })
    : words('not-opened', { place: text });
  toast([remark, said].filter(Boolean).join(' '), opened?.editor ? undefined : (opened?.place ?? placeText(place)));
}
