import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { startChrome } from '../build/browser/browser.ts';
import { checkEpub } from '../build/check/epub.ts';
import { make } from './epub/make.ts';
import { richIssue } from './epub/rich-issue.ts';

const chrome = await startChrome();
for (const f of ['rich', ...process.argv.slice(2)]) {
  const b = f === 'rich' ? await make(richIssue()) : await readFile(f);
  const file = new VFile({ path: f });
  const t = performance.now();
  await checkEpub(b, file, { validators: { chrome: async () => chrome } });
  console.log(
    f,
    performance.now() - t,
    file.messages.map((m) => `${m.ruleId} ${m.reason} | ${m.expected}`),
  );
}
await chrome.close();
