import { type ServerAnswer, type Verdict, verdictOf } from './answers.ts';
import { type Credentials, withoutSecrets } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { type DepositRequest, requestsFor } from './requests.ts';

/** The bytes of an answer that are read. */
const maxAnswer = 200_000;

/** The outcome of a request. */
export interface Sent {
  what: string;
  verdict: Verdict;
}

/**
 * Sends a file to an address. No redirection is followed. What the servers answer is returned without the credentials.
 */
export async function handOver(
  endpoint: Endpoint,
  { path, bytes }: { path: string; bytes: Uint8Array },
  credentials: Credentials,
  timeout: number,
): Promise<Sent[]> {
  const all: Sent[] = [];
  for (const request of requestsFor(endpoint, path, bytes, credentials)) {
    const verdict = await ask(request, endpoint, timeout);
    all.push({ what: request.what, verdict: { ...verdict, why: withoutSecrets(verdict.why, credentials) } });
    if (!verdict.isTaken) break;
  }
  return all;
}

async function ask(
  { url, method, headers, body }: DepositRequest,
  endpoint: Endpoint,
  timeout: number,
): Promise<Verdict> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    return verdictOf(await answerOf(response, url), endpoint.recipient);
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError' || name === 'AbortError')
      return {
        isTaken: false,
        why: `No answer in ${timeout / 1000} s. It may have been taken, though: look there before you send it again. OFFPRINT_SEND_TIMEOUT=SECONDS sets a longer time.`,
      };
    return {
      isTaken: false,
      why: `${new URL(url).host} cannot be reached (${cause?.code ?? name}). Nothing was taken.`,
    };
  }
}

async function answerOf(response: Response, url: string): Promise<ServerAnswer> {
  const location = response.headers.get('location');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > maxAnswer) break;
  }
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    text: Buffer.concat(parts).subarray(0, maxAnswer).toString('utf8'),
    ...(location ? { location: new URL(location, url).href } : {}),
  };
}
