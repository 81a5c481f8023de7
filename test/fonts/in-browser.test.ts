import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { make } from '../epub/make.ts';
import { richIssue } from '../epub/rich-issue.ts';
import { unzip } from '../epub/unzip.ts';

const types: Record<string, string> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
};

for (const style of ['quarterly', 'essay']) {
  test(`a browser sets every character of ${style} in a face that was embedded`, async () => {
    const entries = unzip(await make(richIssue(), style)).filter(({ path }) => path.startsWith('OEBPS/'));
    const files = new Map(
      entries.map(({ path, data }) => {
        const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'font/woff2';
        return [
          path.slice('OEBPS/'.length),
          { type, data: /xhtml|css/.test(type) ? data.toString('utf8') : data },
        ] as const;
      }),
    );
    const chrome = await startChrome();
    try {
      const strangers = new Set<string>();
      let seen = 0;
      for (const entry of [...files.keys()].filter((path) => path.endsWith('.xhtml'))) {
        await chrome.withPage({ entry, files: new Map(files) }, async (page) => {
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const session = await page.createCDPSession();
          await session.send('DOM.enable');
          await session.send('CSS.enable');
          const { root } = await session.send('DOM.getDocument', { depth: -1 });
          const { nodeIds } = await session.send('DOM.querySelectorAll', {
            nodeId: root.nodeId,
            selector: 'body, body *',
          });
          for (const nodeId of nodeIds) {
            const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
            for (const font of fonts) {
              seen += font.glyphCount;
              if (!font.isCustomFont) strangers.add(`${entry}: ${font.familyName} (${font.glyphCount})`);
            }
          }
        });
      }
      assert.ok(seen > 1000);
      assert.equal([...strangers], []);
    } finally {
      await chrome.close();
    }
  });
}

test.run();
