import type { ElementContent } from 'hast';
import type { PhrasingContent, Text } from 'mdast';

declare module 'mdast' {
  interface PhrasingContentMap {
    span: Span;
  }
  interface RootContentMap {
    span: Span;
  }
}

/** A node that Markdown has no type for, such as `[text]{lang=uk}`; its data say which HTML it becomes. */
export interface Span {
  type: 'span';
  children: PhrasingContent[];
  position?: Text['position'];
  data: { hName: string; hProperties?: Record<string, string | string[]>; hChildren?: ElementContent[] };
}
