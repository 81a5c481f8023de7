import * as v from 'valibot';
import { depositSchema } from './deposit-schema.ts';
import { lookKeys } from './look-schema.ts';
import { printSchema } from './print-schema.ts';
import { doiPrefix, helped, issn, lang, list, orcid, text, textOrNumber, textOrTexts, webAddress } from './values.ts';

const publisher = v.strictObject(
  {
    name: helped(text, 'The publisher’s name.'),
    place: v.optional(helped(text, 'The city.')),
    country: v.optional(helped(text, 'The country.')),
  },
  'the keys name:, place: and country:',
);

const editor = v.strictObject(
  {
    name: helped(text, 'The name as it is printed.'),
    honorific: v.optional(helped(text, 'Dr., Prof. and the like; printed before the name.')),
    role: v.optional(helped(text, 'Such as Editor-in-Chief.')),
    orcid: v.optional(helped(orcid, 'The ORCID, bare or as an address: 0000-0002-1825-0097.')),
  },
  'an editor, with the keys name:, honorific:, role:, orcid:',
);

const member = v.strictObject(
  {
    name: helped(text, 'The name as it is printed.'),
    honorific: v.optional(helped(text, 'Dr., Prof. and the like; printed before the name.')),
    country: v.optional(helped(text, 'The country.')),
    affiliation: v.optional(helped(text, 'The university or institute.')),
  },
  'a member, with the keys name:, honorific:, country:, affiliation:',
);

/** The keys of manuscripts/journal.yaml. */
export const journalSchema = v.strictObject(
  {
    title: helped(text, 'The journal’s full name.'),
    short: helped(text, 'The journal’s short name. It stands in running heads and begins the names of files.'),
    lang: helped(lang, 'The language of the journal, and of articles that name no other: en, en-GB, uk, ru, de, fr …'),
    description: v.optional(helped(text, 'One or two sentences on what the journal is about.')),
    issn: v.optional(
      helped(
        v.strictObject(
          {
            print: v.optional(helped(issn, 'The ISSN of the printed edition.')),
            online: v.optional(helped(issn, 'The ISSN of the electronic edition.')),
          },
          'the keys print: and online:',
        ),
        'The journal’s ISSN, one for each medium.',
      ),
    ),
    barcode: v.optional(
      helped(
        v.boolean('true or false'),
        'Whether the back of the cover has a barcode: that of the printed ISSN, with the issue’s number.',
      ),
    ),
    publisher: helped(publisher, 'Who publishes the journal, and where.'),
    contacts: v.optional(
      helped(
        v.record(v.string(), textOrNumber, 'keys such as website: and email:'),
        'How the editors are reached; any keys: website, email, address, phone …',
      ),
    ),
    editors: helped(list(editor), 'The editors, in the order in which they are printed.'),
    board: v.optional(
      helped(
        v.strictObject(
          {
            title: helped(text, 'What the board is called, such as Editorial Board.'),
            members: helped(list(member), 'Its members, in the order in which they are printed.'),
          },
          'the keys title: and members:',
        ),
        'The board, printed in the masthead.',
      ),
    ),
    license: v.optional(helped(text, 'The licence of all articles: an SPDX id such as CC-BY-4.0, or an address.')),
    copyright: v.optional(helped(text, 'Who holds the copyright, without © and year.')),
    doi: v.optional(
      helped(
        v.strictObject(
          { prefix: helped(doiPrefix, 'The prefix that the registration agency gave, in quotation marks: "10.5555".') },
          'the key prefix:',
        ),
        'The journal’s DOIs. Nothing of it is printed: the DOI of an article or an issue is a key of theirs.',
      ),
    ),
    deposit: v.optional(
      helped(depositSchema, 'What Crossref, DOAJ, OJS and others want to know besides. Nothing of it is printed.'),
    ),
    style: v.optional(
      helped(text, 'The style of all editions: quarterly (two columns), essay (one), or one of your own in styles/.'),
      'quarterly',
    ),
    ...lookKeys,
    also: v.optional(
      helped(
        list(v.picklist(['jats', 'web'], 'jats or web')),
        'The editions that every build makes besides the usual ones: jats, XML for archives and indexes; web, pages for a website.',
      ),
    ),
    'oai-gateway': v.optional(
      helped(
        webAddress,
        'The gateway that answers OAI-PMH for the site’s static repository, oai.xml: its address, to which that of the file is added.',
      ),
    ),
    print: v.optional(helped(printSchema, 'What the printer asks for.')),
    'accessibility-claim': v.optional(
      helped(
        v.boolean('true or false'),
        'false withholds the claim that the EPUBs meet WCAG 2.2 AA. Without it, the claim is made where every picture has its words; only you can tell whether they are good ones.',
      ),
    ),
    'repeated-authors': v.optional(
      helped(
        v.picklist(['name', 'dash'], 'name or dash'),
        'How bibliographies, :::references, say an author who is also that of the entry above: name, or dash. A listener hears the name. An article may say otherwise.',
      ),
    ),
    bibliography: v.optional(
      helped(textOrTexts, 'The file, or the list of files, with the works that all articles can cite by keys, [@key].'),
    ),
    'citation-style': v.optional(
      helped(
        text,
        'The style of citations and bibliographies: chicago-author-date, apa and so on (docs), or a CSL file of your own by its path.',
      ),
    ),
    'bibliography-order': v.optional(
      helped(
        v.picklist(['cyrillic-first', 'latin-first'], 'cyrillic-first or latin-first'),
        'Which script comes first in bibliographies that are sorted. Without it, that of the article’s language.',
      ),
    ),
  },
  'the journal’s facts, by the keys title:, short:, lang: and so on',
);
