import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The parts of a desk’s address: `http://127.0.0.1:PORT/TOKEN/`. */
export interface DeskAddress {
  port: number;
  /** A secret: those who know it may look at the issue, and open its files in the editor. */
  token: string;
}

/**
 * The HTTP status with which a request is refused; undefined if it may be answered. The desk answers only those who
 * know its token, and only pages of its own: other sites that are open in the same browser may send requests to this
 * machine, and a name that leads to it may belong to another site (DNS rebinding).
 */
export function refusal(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  given: string,
  { port, token }: DeskAddress,
): number | undefined {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!host || !names.includes(host)) return 421;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return 403;
  // The command line sends neither; a page has to say that it is ours.
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isElsewhere && (mode !== 'navigate' || method !== 'GET')) return 403;
  if (method !== 'GET' && method !== 'HEAD' && origin === undefined && site !== undefined) return 403;
  return isSame(given, token) ? undefined : 404;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
