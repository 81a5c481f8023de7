import * as v from 'valibot';
import { doi, helped, list, mailAddress, text, webAddress } from './values.ts';

/** The recipients that a named address can be of. */
export const endpointRecipients = ['crossref', 'doaj', 'datacite'] as const;

/** The versions of OJS whose form of import is known. */
export const ojsVersions = ['3.3', '3.4', '3.5'] as const;

const depositor = v.strictObject(
  {
    name: helped(text, 'Who deposits: the name that Crossref knows.'),
    email: helped(mailAddress, 'Where Crossref sends its report on a deposit.'),
  },
  'the keys name: and email:',
);

const versionForm = 'a version of OJS in quotation marks: "3.3", "3.4" or "3.5"';

const ojs = v.strictObject(
  {
    version: v.optional(
      helped(v.picklist(ojsVersions, versionForm), 'The version of OJS: "3.3", "3.4" or "3.5".'),
      '3.4',
    ),
    email: v.optional(
      helped(
        mailAddress,
        'The address for authors whose own is not given: OJS wants one for each, and does not show it.',
      ),
    ),
    'author-group': v.optional(
      helped(text, 'The name that the role of authors has in OJS. Without it, Author, in Ukrainian Автор.'),
    ),
    genre: v.optional(
      helped(
        text,
        'The name that OJS has for a file of an article’s text. Without it, Article Text, in Ukrainian Текст статті.',
      ),
    ),
  },
  'the keys version:, email:, author-group:, genre:',
);

const endpoint = v.strictObject(
  {
    name: helped(
      v.pipe(
        v.string('a name of small letters, figures and hyphens'),
        v.regex(/^[a-z][a-z0-9-]*$/, 'a name of small letters, figures and hyphens'),
      ),
      'Its name for --to. The variables with its credentials are named after it: OFFPRINT_NAME_USER.',
    ),
    recipient: helped(
      v.picklist(endpointRecipients, endpointRecipients.join(', ')),
      'Whose form it takes: crossref, doaj or datacite.',
    ),
    url: helped(webAddress, 'Its address.'),
  },
  'an address to send to, with the keys name:, recipient:, url:',
);

/** The keys for recipients of the journal’s data. */
export const depositSchema = v.strictObject(
  {
    address: v.optional(
      helped(
        webAddress,
        'The address of an article’s page, where its DOI leads: https://example.org/{issue}/{article}, with {issue}, {article} or {doi}.',
      ),
    ),
    'issue-address': v.optional(helped(webAddress, 'The address of an issue’s page: https://example.org/{issue}.')),
    'pdf-address': v.optional(
      helped(webAddress, 'The address of an article’s PDF: https://example.org/{issue}/{article}.pdf.'),
    ),
    depositor: v.optional(helped(depositor, 'Who deposits with Crossref.')),
    registrant: v.optional(helped(text, 'Who is the owner of the DOIs for Crossref. Without it, the publisher.')),
    'crossmark-policy': v.optional(
      helped(
        doi,
        'The DOI of the page on your policy for corrections; with it, Crossref learns of corrections and retractions.',
      ),
    ),
    ojs: v.optional(helped(ojs, 'The Open Journal Systems that imports the issue.')),
    templates: v.optional(
      helped(
        list(
          v.pipe(
            v.string('the name of a file in templates/deposit/'),
            v.regex(
              /^(?!crossref\.xml|doaj\.json|datacite\.json|ojs-)[a-z0-9][a-z0-9.-]*\.ejs$/,
              'the name of a file in templates/deposit/, such as oai-dc.xml.ejs',
            ),
          ),
        ),
        'Templates in templates/deposit/ by which further files are made: [oai-dc.xml.ejs].',
      ),
    ),
    endpoints: v.optional(
      helped(list(endpoint), 'Addresses that offprint deposit --to may send to, besides those it knows.'),
    ),
  },
  'the keys address:, depositor:, ojs: and so on',
);
