import type { Credentials } from './credentials.ts';
import { basic } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';

/** A request that is to be sent. */
export interface DepositRequest {
  url: string;
  method: 'POST' | 'PUT';
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | FormData;
  /** What it sends, for the user: a file, or a DOI. */
  what: string;
}

/** The requests by which a file is handed to an address. */
export function requestsFor(
  endpoint: Endpoint,
  path: string,
  bytes: Uint8Array,
  credentials: Credentials,
): DepositRequest[] {
  return forms[endpoint.recipient](endpoint.url, path, bytes as Uint8Array<ArrayBuffer>, credentials);
}

type Form = (url: string, path: string, bytes: Uint8Array<ArrayBuffer>, credentials: Credentials) => DepositRequest[];

const forms: Readonly<Record<Endpoint['recipient'], Form>> = {
  // The file as a form has it, with the credentials beside.
  crossref(url, path, bytes, { USER = '', PASSWORD = '' }) {
    const body = new FormData();
    body.set('operation', 'doMDUpload');
    body.set('login_id', USER);
    body.set('login_passwd', PASSWORD);
    body.set('fname', new Blob([bytes], { type: 'application/xml' }), path.slice(path.lastIndexOf('/') + 1));
    return [{ url, method: 'POST', headers: {}, body, what: path }];
  },
  // The list as it is; the key stands in the address.
  doaj(url, path, bytes, { KEY = '' }) {
    const address = new URL(url);
    address.searchParams.set('api_key', KEY);
    return [
      { url: address.href, method: 'POST', headers: { 'content-type': 'application/json' }, body: bytes, what: path },
    ];
  },
  // An article at a time, by its DOI, so that what is there already is replaced.
  datacite(url, _path, bytes, { USER = '', PASSWORD = '' }) {
    const all = JSON.parse(new TextDecoder().decode(bytes)) as { data: { attributes: { doi: string } } }[];
    return all.map((one) => {
      const { doi } = one.data.attributes;
      return {
        url: `${url.replace(/\/$/, '')}/${doi.split('/').map(encodeURIComponent).join('/')}`,
        method: 'PUT',
        headers: { 'content-type': 'application/vnd.api+json', authorization: `Basic ${basic(USER, PASSWORD)}` },
        body: new TextEncoder().encode(JSON.stringify(one)),
        what: doi,
      };
    });
  },
};
