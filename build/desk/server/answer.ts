import type { ServerResponse } from 'node:http';

/** An answer to a request. */
export interface Answer {
  status?: number;
  type: string;
  body: string | Uint8Array;
  /** The content security policy, if it is not that of the desk’s own page. */
  policy?: string;
  /** True for what never changes under its address. */
  isFixed?: boolean;
}

/** The desk’s page runs its own script, and shows what comes from the desk; it reaches nothing else. */
const deskPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A document of the e-book comes from an author: it runs nothing, and sends nothing. */
export const bookPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "media-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** An answer of JSON. */
export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** An answer of one line of text. */
export function plainText(body: string, status = 200): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}

/** Sends an answer. */
export function send(
  response: ServerResponse,
  { status = 200, type, body, policy = deskPolicy, isFixed }: Answer,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': isFixed ? 'private, max-age=31536000, immutable' : 'no-store',
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
