import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import * as blocks from './in-page/blocks.ts';
import { type Held, newSegment, pixels } from './in-page/collecting.ts';
import { columnsOf, holdTables } from './in-page/hold-tables.ts';
import * as inline from './in-page/inline.ts';
import { elementsWithRules } from './in-page/line-rules.ts';
import { takeSoftHyphens } from './in-page/soft-hyphens.ts';
import { indexOfProperties, indexOfStyle } from './in-page/styles.ts';
import { lineProperties } from './line-properties.ts';

export type { Held } from './in-page/collecting.ts';

/** Collects all that has lines in a page, as {@link blocks.collectBlocks} does there. */
export async function collect(page: Page): Promise<JSHandle<Held>> {
  await install(page, [
    ...Object.values(blocks),
    ...Object.values(inline),
    ...[newSegment, pixels, holdTables, columnsOf, elementsWithRules, takeSoftHyphens],
    ...[indexOfProperties, indexOfStyle],
  ]);
  return page.evaluateHandle(
    (names) => (globalThis as unknown as typeof blocks).collectBlocks(names),
    lineProperties as readonly string[],
  );
}
