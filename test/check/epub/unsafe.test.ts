import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { outsideDeclaration } from '../../../build/check/epub/outside-declaration.ts';
import { unsafeParts } from '../../../build/check/epub/unsafe-parts.ts';
import { checkEpub, type EpubChecks } from '../../../build/check/epub.ts';
import { make } from '../../epub/make.ts';
import { minimalIssue } from '../../epub/sample.ts';

const good = await make(minimalIssue());

/** The good EPUB with files changed by their paths, and others added. */
function changed(change: Record<string, (text: string) => string>): Uint8Array {
  const files: Zippable = { ...unzipSync(good) };
  for (const [path, edit] of Object.entries(change))
    files[path] = strToU8(edit(strFromU8((files[path] as Uint8Array | undefined) ?? new Uint8Array())));
  return zipSync(files);
}

const withDoctype = (doctype: string) => (text: string) =>
  text.replace(/<!DOCTYPE[^>]*>\s*/, '').replace(/(<\?xml[^>]*\?>)?\s*/, (head) => `${head}${doctype}\n`);

async function said(epub: Uint8Array, checks: EpubChecks = { validators: {} }): Promise<string[]> {
  const file = new VFile({ path: 'x.epub' });
  await checkEpub(epub, file, checks);
  return file.messages.filter(({ fatal }) => fatal !== undefined).map(({ reason, ruleId }) => `${reason} [${ruleId}]`);
}

test('what a book declares outside itself is refused before another program sees it: nobody is called', async () => {
  let calls = 0;
  const server = createServer((_, response) => {
    calls++;
    response.end('<!ENTITY x "y">');
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.dtd`;
  try {
    for (const [path, doctype] of [
      ['META-INF/container.xml', `<!DOCTYPE container SYSTEM "${address}">`],
      ['OEBPS/content.opf', `<!DOCTYPE package [ <!ENTITY % more SYSTEM "${address}"> %more; ]>`],
      ['OEBPS/toc.ncx', `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "${address}">`],
      ['OEBPS/toc.xhtml', `<!DOCTYPE html [ <!ENTITY words SYSTEM '${address}'> ]>`],
    ] as const) {
      assert.ok(unzipSync(good)[path], path);
      const found = await said(changed({ [path]: withDoctype(doctype) }));
      assert.is(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', `${path}, line `);
      assert.match(found[0] ?? '', `outside the book, ${address} [epub-readable]`);
    }
  } finally {
    server.close();
  }
  assert.is(calls, 0);
});

test('names that lead out, and names that stand twice', async () => {
  assert.equal(await said(changed({ '../../x.txt': () => 'x' })), [
    'A file is called ../../x.txt, which leads out of the book [epub-readable]',
  ]);
  for (const name of ['/etc/x', 'C:/x', '..\\x', 'a/../../b', '..'])
    assert.is(unsafeParts(changed({ [name]: () => 'x' })).length, 1, name);
  for (const name of ['a..b', '...', 'OEBPS/..x', 'Текст 1.xhtml'])
    assert.equal(unsafeParts(changed({ [name]: () => 'x' })), [], name);
  const twice = changed({ 'OEBPS/aaa': () => '1', 'OEBPS/bbb': () => '2' });
  const renamed = Buffer.from(Buffer.from(twice).toString('latin1').replaceAll('OEBPS/bbb', 'OEBPS/aaa'), 'latin1');
  assert.match(unsafeParts(renamed)[0]?.found ?? '', /two files of this name/);
});

test('a good book, and one that somebody else made, with the declarations that books have', async () => {
  assert.equal(unsafeParts(good), []);
  assert.equal(await said(good, {}), []);
  for (const xml of [
    '<!DOCTYPE html>\n<html/>',
    '<?xml version="1.0"?>\n<!-- a <!DOCTYPE x SYSTEM "y"> -->\n<html/>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html/>',
    '<!DOCTYPE svg [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!-- ]> --> <!ELEMENT a ANY> ]><svg/>',
    '<?xml version="1.0" encoding="ISO-8859-1"?><a><![CDATA[<!DOCTYPE a SYSTEM "b">]]></a>',
    'p { content: "<!DOCTYPE a SYSTEM b>" }',
  ])
    assert.is(outsideDeclaration(strToU8(xml)), undefined, xml);
});

test('declarations that hide', () => {
  const bytes = (text: string, encoding: BufferEncoding, head: number[] = []) =>
    Buffer.concat([Buffer.from(head), Buffer.from(text, encoding)]);
  const dtd = '<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>';
  for (const [what, data] of [
    ['UTF-16', bytes(dtd, 'utf16le', [0xff, 0xfe])],
    ['UTF-16, the other way round', bytes(dtd, 'utf16le', [0xff, 0xfe]).swap16()],
    ['after a mark and an instruction', bytes(`<?a b?>\n<!-- c -->${dtd}`, 'utf8', [0xef, 0xbb, 0xbf])],
    ['no space', strToU8('<!DOCTYPE a SYSTEM"http://127.0.0.1/x"><a/>')],
    [
      'letters by number',
      strToU8('<!DOCTYPE a [<!ENTITY % b "<!ENTITY c &#83;YSTEM \'http://127.0.0.1/x\'>">%b;]><a/>'),
    ],
    [
      'after marks that look like an end',
      strToU8('<!DOCTYPE a [<!ENTITY b "]>"><!ENTITY c SYSTEM "http://127.0.0.1/x">]><a/>'),
    ],
    ['UTF-32', Buffer.from([...dtd].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0)]))],
    ['another encoding', strToU8(`<?xml version="1.0" encoding="UTF-7"?>${dtd}`)],
    ['that is not closed', strToU8('<!DOCTYPE a [<!ENTITY b "c"><a/>')],
  ] as const)
    assert.ok(outsideDeclaration(data), what);
});

test.run();
