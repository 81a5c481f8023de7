import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';

/** True if raw HTML is a comment, or resembles one: `<!DOCTYPE …>`, `<?…?>`, `<![CDATA[…]]>`. */
export function isComment(html: string): boolean {
  return /^<[!?]/.test(html);
}

/**
 * Reports comments that an import has left for an editor, unclosed comments, which hide what follows, and constructs
 * that resemble comments. An author’s own comments are not reported.
 */
export function checkComment(comment: string, at: Position | undefined, file: VFile): void {
  if (!comment.startsWith('<!--')) {
    report(file, 'html-allowed', {
      at,
      level: 'error',
      found: `${comment.slice(0, 20).split('\n')[0]}… hides words from every edition`,
      fix: 'Remove it; for the mere sign write \\<.',
    });
    return;
  }
  if (!comment.endsWith('-->'))
    report(file, 'html-closed', {
      at,
      level: 'error',
      found: 'A comment is not closed, and hides all that follows',
      fix: 'Close it with -->.',
    });
  const question = /^<!--\s*CHECK\b\s*([\s\S]*?)\s*(?:-->|$)/.exec(comment)?.[1];
  if (question !== undefined)
    report(file, 'check-comment', {
      at,
      found: `An open question: ${question}`,
      fix: 'Settle it, and remove the comment.',
    });
}
