import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { credentialsFor, variablesFor } from '../../../build/deposit/send/credentials.ts';
import { type Endpoint, endpointsOf, isSafe, type Recipient } from '../../../build/deposit/send/endpoint.ts';
import { handOver } from '../../../build/deposit/send/send.ts';

/* Files handed to a server on this machine, which answers as servers do. */

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let handle: Handler = (_, response) => void response.end();
let asked = 0;
const server = createServer((request, response) => {
  asked++;
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => handle(request, response, Buffer.concat(parts).toString('utf8')));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
test.after(() => {
  server.closeAllConnections();
  server.close();
});

const credentials = { USER: 'annals/role', PASSWORD: 's3cret&word', KEY: 'k3y+of/ours' };
const file = { path: 'deposit/crossref.xml', bytes: new TextEncoder().encode('<doi_batch/>') };
const endpoint = (recipient: Recipient, path = '/deposit'): Endpoint => ({
  name: 'local',
  recipient,
  url: `http://127.0.0.1:${port}${path}`,
});

async function answer(recipient: Recipient, status: number, type: string, text: string, headers = {}) {
  handle = (_, response) => void response.writeHead(status, { 'content-type': type, ...headers }).end(text);
  const bytes = recipient === 'datacite' ? articles('10.5555/a', '10.5555/b') : file.bytes;
  return handOver(endpoint(recipient), { ...file, bytes }, credentials, 5000);
}

const articles = (...dois: string[]) =>
  new TextEncoder().encode(JSON.stringify(dois.map((doi) => ({ data: { attributes: { doi } } }))));

test('Crossref is sent a form, with the file and the credentials', async () => {
  let said = '';
  handle = (request, response, body) => {
    said = `${request.method} ${request.headers['content-type']} ${body}`;
    response.end('<html><h2>SUCCESS</h2><p>Your batch submission was successfully received.</p></html>');
  };
  const [sent] = await handOver(endpoint('crossref'), file, credentials, 5000);
  assert.is(sent?.verdict.isTaken, true);
  assert.match(said, /^POST multipart\/form-data/);
  for (const part of [
    'name="operation"\r\n\r\ndoMDUpload',
    'name="login_id"\r\n\r\nannals/role',
    'name="login_passwd"\r\n\r\ns3cret&word',
    'filename="crossref.xml"',
    '<doi_batch/>',
  ])
    assert.ok(said.includes(part), part);
});

test('DOAJ is sent the list, with the key in the address; DataCite an article at a time', async () => {
  const said: string[] = [];
  handle = (request, response, body) => {
    said.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''} ${body}`);
    response.writeHead(201, { 'content-type': 'application/json' }).end('[]');
  };
  assert.is((await handOver(endpoint('doaj'), file, credentials, 5000))[0]?.verdict.isTaken, true);
  assert.is(said[0], 'POST /deposit?api_key=k3y%2Bof%2Fours  <doi_batch/>');
  const sent = await handOver(
    endpoint('datacite'),
    { path: 'd', bytes: articles('10.5555/a', '10.5555/b') },
    credentials,
    5000,
  );
  assert.equal(
    sent.map(({ what }) => what),
    ['10.5555/a', '10.5555/b'],
  );
  assert.match(said[1] ?? '', /^PUT \/deposit\/10\.5555\/a Basic YW5uYWxz/);
});

test('what a server refuses, or has a fault in, is not taken, and said without the credentials', async () => {
  for (const [recipient, status, type, text, why] of [
    [
      'crossref',
      401,
      'text/html',
      '<h1>Unauthorized: s3cret&word</h1>',
      /refuses the credentials \(401\)\. Unauthorized: \*\*\*$/,
    ],
    ['crossref', 500, 'text/html', '<h1>Oops</h1>', /fault of its own \(500\).*Oops/],
    ['crossref', 200, 'text/html', '<html><title>Sign in</title></html>', /cannot be told from the answer.*Sign in/],
    ['crossref', 200, 'text/html', '<h2>FAILURE</h2> success is far', /cannot be told/],
    [
      'doaj',
      400,
      'application/json',
      '{"error":"k3y+of/ours k3y%2Bof%2Fours"}',
      /refuses the data \(400\).*"\*\*\* \*\*\*"/,
    ],
    ['doaj', 201, 'text/html', '<html>A page</html>', /text\/html, where JSON was expected: A page/],
    ['datacite', 422, 'application/json', '{"errors":[{"title":"Bad"}]}', /refuses the data \(422\).*Bad/],
  ] as const) {
    const sent = await answer(recipient, status, type, text);
    assert.is(sent.length, 1, 'what follows is not sent');
    assert.is(sent[0]?.verdict.isTaken, false, text);
    assert.match(sent[0]?.verdict.why ?? '', why);
  }
});

test('credentials follow no redirection, to another host or to the same', async () => {
  let others = 0;
  const other = createServer((_, response) => {
    others++;
    response.end('SUCCESS');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const there = `http://localhost:${(other.address() as AddressInfo).port}/`;
  for (const status of [301, 302, 307, 308]) {
    asked = 0;
    const [sent] = await answer('crossref', status, 'text/html', '', { location: there });
    assert.match(sent?.verdict.why ?? '', /^The server sends elsewhere, to localhost:\d+\. Nothing was sent there/);
    assert.is(asked, 1);
  }
  assert.is(others, 0);
  other.close();
});

test('a server that is slow, cuts off, or is not there ends it', async () => {
  handle = () => {};
  assert.match(
    (await handOver(endpoint('crossref'), file, credentials, 200))[0]?.verdict.why ?? '',
    /^No answer in 0\.2 s/,
  );
  handle = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('SUC');
  assert.match(
    (await handOver(endpoint('crossref'), file, credentials, 200))[0]?.verdict.why ?? '',
    /^No answer in 0\.2 s/,
  );
  handle = (request) => void request.socket.destroy();
  assert.match(
    (await handOver(endpoint('crossref'), file, credentials, 5000))[0]?.verdict.why ?? '',
    /cannot be reached/,
  );
  handle = (_, response) => void response.end(`SUCCESS ${'x'.repeat(1_000_000)}`);
  assert.is((await handOver(endpoint('crossref'), file, credentials, 5000))[0]?.verdict.isTaken, true, 'a long answer');
});

test('credentials come from variables that are named after the address', () => {
  const own: Endpoint = { name: 'our-archive', recipient: 'datacite', url: 'https://archive.example.org/dois' };
  assert.equal(variablesFor(own), ['OFFPRINT_OUR_ARCHIVE_USER', 'OFFPRINT_OUR_ARCHIVE_PASSWORD']);
  assert.equal(credentialsFor(own, { OFFPRINT_OUR_ARCHIVE_USER: 'me' }).missing, ['OFFPRINT_OUR_ARCHIVE_PASSWORD']);
});

test('a journal cannot take over an address that is known, nor have credentials sent openly', () => {
  const endpoints = [{ name: 'crossref', recipient: 'crossref' as const, url: 'https://evil.example.org/' }];
  const journal = { deposit: { endpoints } } as unknown as Parameters<typeof endpointsOf>[0];
  assert.equal(
    endpointsOf(journal)
      .filter(({ name }) => name === 'crossref')
      .map(({ url }) => new URL(url).host),
    ['doi.crossref.org'],
  );
  assert.equal(['http://example.org/', 'https://example.org/', 'http://localhost:1/'].map(isSafe), [false, true, true]);
});

test.run();
