import type { Endpoint, Recipient } from './endpoint.ts';

/** The credentials that the server of a recipient asks for. */
const wanted: Readonly<Record<Recipient, readonly string[]>> = {
  crossref: ['USER', 'PASSWORD'],
  doaj: ['KEY'],
  datacite: ['USER', 'PASSWORD'],
};

/** The variables of the environment with the credentials for an address: OFFPRINT_CROSSREF_TEST_USER. */
export function variablesFor({ name, recipient }: Endpoint): string[] {
  const stem = `OFFPRINT_${name.toUpperCase().replaceAll('-', '_')}`;
  return wanted[recipient].map((part) => `${stem}_${part}`);
}

/** Credentials by their part: `USER`, `PASSWORD`, `KEY`. */
export type Credentials = Readonly<Record<string, string>>;

/** Reads the credentials for an address from the environment, and says which are missing. */
export function credentialsFor(
  endpoint: Endpoint,
  environment: NodeJS.ProcessEnv,
): { credentials: Credentials; missing: string[] } {
  const variables = variablesFor(endpoint);
  const found = variables.map((name, i) => [wanted[endpoint.recipient][i] ?? '', environment[name]?.trim() ?? '']);
  return {
    credentials: Object.fromEntries(found),
    missing: variables.filter((_, i) => !found[i]?.[1]),
  };
}

/** A text without any of the credentials, in whatever form a server gives them back. */
export function withoutSecrets(text: string, credentials: Credentials): string {
  const { USER: user, PASSWORD: password, KEY: key } = credentials;
  const secrets = [password, key, user && password && basic(user, password)].filter(
    (one) => one !== undefined && one !== '',
  );
  return secrets
    .flatMap((one) => [one as string, encodeURIComponent(one as string), Buffer.from(one as string).toString('base64')])
    .reduce((said, one) => said.replaceAll(one, '***'), text);
}

/** A user and a password as HTTP has them (RFC 7617). */
export function basic(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}
