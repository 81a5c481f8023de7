import { heightWithMargins } from './frame-of.ts';
import type { FlowData, HeldFlow } from './held.ts';

/** Puts an opening that leaves hardly any room on its page into the first column, where it runs on like text. */
export function fitOpening(flow: HeldFlow, { frame }: FlowData): void {
  const height = flow.opening.reduce((sum, box) => sum + heightWithMargins(box), 0);
  if (height <= frame.height * 0.8) return;
  const [article] = flow.articles;
  for (const box of [...flow.opening].reverse()) {
    const shell = box.firstElementChild as HTMLElement;
    const { id } = shell;
    shell.removeAttribute('id');
    article?.prepend(...shell.children);
    if (id && article) article.id = id;
    box.remove();
  }
  flow.opening = [];
}
