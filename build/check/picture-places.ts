import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { Place } from '../diagnostics/report.ts';
import type { Issue } from '../issue/model.ts';
import { visit } from '../text/visit.ts';

/** The place where each picture of an issue is named first. */
export function picturePlaces(issue: Issue): Map<string, { file: VFile; at: Place | undefined }> {
  const places = new Map<string, { file: VFile; at: Place | undefined }>();
  for (const { body, notes, descriptions, file } of issue.articles) {
    const whole: Root = {
      type: 'root',
      children: [...body.children, ...[...notes, ...(descriptions ?? [])].flatMap((one) => one.body)],
    };
    visit(whole, 'element', (element) => {
      const name = /^images\/(.*)$/.exec(String(element.properties.src ?? ''))?.[1];
      if (element.tagName !== 'img' || !name || places.has(name)) return;
      places.set(name, { file, at: element.position });
    });
  }
  const settings = issue.files[1];
  if (issue.cover && settings && !places.has(issue.cover.name))
    places.set(issue.cover.name, { file: settings, at: undefined });
  return places;
}
