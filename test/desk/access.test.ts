import { request } from 'node:http';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { journal } from '../cli/folders.ts';
import { deskFor } from './desk-for-test.ts';

const desk = await deskFor(await journal(), '2026-1');
const { pathname, host, origin, port } = new URL(desk.url);
const open = 'open?file=manuscripts/2026-1/first.md&line=1';

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

/** The status of an answer; `fetch` would not send some of the headers. */
function status({ path = `${pathname}state`, method = 'GET', headers = {} }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('who knows the token is answered, and nobody else', async () => {
  assert.is(await status({}), 200);
  for (const path of ['/', '/state', '//state', `${pathname.slice(0, -3)}/state`, `${pathname.slice(0, -1)}x/state`])
    assert.is(await status({ path }), 404, path);
});

test('a name that leads to this machine is not enough', async () => {
  assert.is(await status({ headers: { host: `journal.example:${port}` } }), 421);
  assert.is(await status({ headers: { host: '127.0.0.1:1' } }), 421);
  assert.is(await status({ headers: { host: `localhost:${port}` } }), 200);
});

test('pages of other origins are refused, even with the token', async () => {
  for (const other of ['https://elsewhere.example', 'null', `http://127.0.0.1:${Number(port) + 1}`])
    assert.is(await status({ headers: { origin: other } }), 403, other);
  const fromElsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  assert.is(await status({ headers: fromElsewhere }), 403);
  assert.is(await status({ path: `${pathname}${open}`, method: 'POST', headers: fromElsewhere }), 403);
  assert.is(
    await status({ path: pathname, headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }),
    200,
  );
});

test('a file is opened only for the desk’s own page, and only one of the issue', async () => {
  const own = { origin, 'sec-fetch-site': 'same-origin' };
  const ask = (query: string) => status({ path: `${pathname}open?${query}`, method: 'POST', headers: own });
  assert.is(await ask('file=/etc/passwd&line=1'), 404);
  assert.is(await ask('file=manuscripts/2026-1/../../../../etc/passwd&line=1'), 404);
  assert.is(await ask('file=package.json'), 404);
  assert.is(await status({ path: `${pathname}${open}`, headers: own }), 404);
  assert.is(await status({ path: `${pathname}${open}`, method: 'DELETE', headers: own }), 405);
});

test('there is nothing but what the desk shows', async () => {
  for (const path of [
    'units/nothing.pdf',
    'units/../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%',
    'book/1/light/../../../journal.yaml',
    'book/1/light/META-INF/container.xml',
    'pages/9999',
    'pages/x',
    'source?page=9999&x=1&y=1',
    'source?page=x',
    'goto?file=manuscripts/2026-1/none.md&line=1',
    'goto?file=manuscripts/2026-1/first.md&line=x',
    'constructor',
    'proof/nobody.pdf',
  ])
    assert.is(await status({ path: `${pathname}${path}` }), 404, path);
});

test('its answers let no document run a script of its own, or be framed elsewhere', async () => {
  const page = await fetch(desk.url);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, "default-src 'none'");
  assert.match(policy, "frame-ancestors 'none'");
  assert.not.match(policy, /script-src[^;]*unsafe-inline/);
  const [chapter] = (await (await fetch(`${desk.url}book`)).json()) as { path: string }[];
  const document = await fetch(`${desk.url}book/1/dark/${chapter?.path}`);
  assert.is(document.status, 200);
  assert.match(document.headers.get('content-security-policy') ?? '', "default-src 'none'");
  assert.not.match(document.headers.get('content-security-policy') ?? '', 'script-src');
});

test('a port that is taken leaves it the next one', async () => {
  const { startServer } = await import('../../build/desk/server/server.ts');
  const means = { files: new Map(), route: async () => undefined, first: () => [], onError: () => {} };
  const other = await startServer(Number(port), means);
  assert.ok(other.port > Number(port));
  await other.close();
});

test.after(() => desk.end());

test.run();
