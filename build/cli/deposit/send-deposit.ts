import { credentialsFor, variablesFor } from '../../deposit/send/credentials.ts';
import { type Endpoint, endpointsOf, isSafe } from '../../deposit/send/endpoint.ts';
import { handOver } from '../../deposit/send/send.ts';
import type { Repository } from '../../disk/repository.ts';
import { readJournal } from '../../manuscript/read.ts';
import { closestWord } from '../../text/closest-word.ts';
import { UsageError } from '../usage.ts';

/** An order to hand a file over. */
export interface Delivery {
  endpoint: Endpoint;
}

/** The seconds that an answer may take; OFFPRINT_SEND_TIMEOUT sets another number. */
const usualSeconds = 60;

/** Finds the address that `--to` names. Throws UsageError if there is none, or if it is of another recipient. */
export async function prepareDelivery(
  repository: Repository,
  name: string,
  asked: readonly string[],
): Promise<Delivery> {
  const { value: journal } = await readJournal(repository);
  const all = endpointsOf(journal);
  const endpoint = all.find((one) => one.name === name);
  if (!endpoint) {
    const names = all.map((one) => one.name);
    const close = closestWord(name, names);
    throw new UsageError(
      `There is no address ${name}.${close ? ` Did you mean ${close}?` : ''} There are: ${names.join(', ')}; others are named in journal.yaml, by deposit: endpoints:.`,
    );
  }
  if (asked.some((recipient) => recipient !== endpoint.recipient))
    throw new UsageError(`${name} takes what is made for ${endpoint.recipient}, and nothing else.`);
  if (!isSafe(endpoint.url))
    throw new UsageError(`${endpoint.url} is not encrypted, and credentials would travel openly. Write https://.`);
  return { endpoint };
}

/** Says what would be sent, or sends it. `isTaken` is false if a server did not take it. Throws UsageError. */
export async function deliver(
  { endpoint }: Delivery,
  file: { path: string; bytes: Uint8Array },
  isMeant: boolean,
): Promise<{ lines: string[]; isTaken: boolean }> {
  const { credentials, missing } = credentialsFor(endpoint, process.env);
  const { host } = new URL(endpoint.url);
  const size = `${Math.ceil(file.bytes.length / 1000)} kB`;
  if (!isMeant) {
    const lines = [`Would send ${file.path} (${size}) to ${endpoint.name}, ${endpoint.url}. With --send it is sent.`];
    for (const variable of variablesFor(endpoint))
      lines.push(missing.includes(variable) ? `${variable} is not set: it is needed to send.` : `${variable} is set.`);
    return { lines, isTaken: true };
  }
  if (missing.length > 0)
    throw new UsageError(
      `Nothing was sent: ${host} wants credentials, and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set in the environment.`,
    );
  const sent = await handOver(endpoint, file, credentials, secondsToWait() * 1000);
  return {
    lines: sent.map(({ what, verdict }) =>
      verdict.isTaken ? `Sent ${what} to ${host}. ${verdict.why}` : `Not taken: ${what} by ${host}. ${verdict.why}`,
    ),
    isTaken: sent.length > 0 && sent.every(({ verdict }) => verdict.isTaken),
  };
}

/** Throws UsageError. */
function secondsToWait(): number {
  const text = process.env.OFFPRINT_SEND_TIMEOUT;
  if (!text) return usualSeconds;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new UsageError(`OFFPRINT_SEND_TIMEOUT wants seconds, up to 3600, not ${text}.`);
}
