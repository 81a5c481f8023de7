import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { expandEntities } from '../../build/images/xml-entities.ts';

const test = suite('images/xml-entities');

const limits = { entities: 5, deep: 2, characters: 40 };
const expand = (declared: string, content: string) =>
  expandEntities(
    `<?xml version="1.0"?>\n<!-- [ -->\n<!DOCTYPE svg PUBLIC "a [ b" "c>"\n[${declared}]\n>\n${content}`,
    limits,
  );
const head = '<?xml version="1.0"?>\n<!-- [ -->\n\n\n\n';

test('plain texts stand where they were named, as text, and lines keep their numbers', () => {
  const declared = `<!-- ]> --><!ENTITY a "A '&#233;' &b;"><!ENTITY b 'b &lt; c'><!ELEMENT svg ANY><!ENTITY a "later">`;
  assert.is(
    expand(declared, '<svg x="&a;">&a;&lt;<![CDATA[&a;]]><!-- &a; --></svg>'),
    `${head}<svg x="A &#39;é&#39; b &#60; c">A &#39;é&#39; b &#60; c&lt;<![CDATA[&a;]]><!-- &a; --></svg>`,
  );
  assert.is(expand('<!ENTITY amp "no"><!ENTITY a "1">', '<svg>&amp;&x;</svg>'), `${head}<svg>&amp;&x;</svg>`);
});

test('a file without declarations of its own stays as it is', () => {
  for (const xml of ['<svg>&a;</svg>', '<!DOCTYPE svg PUBLIC "a" "b"><svg/>', '<!DOCTYPE svg [<!ENTITY'])
    assert.is(expandEntities(xml), xml);
});

test('markup, other files, circles, and more than the limits are refused, by name', () => {
  const many = Array.from({ length: 6 }, (_, i) => `<!ENTITY e${i} "x">`).join('');
  for (const [declared, said] of [
    ['<!ENTITY a "<b/>">', '&a; is markup (<)'],
    ['<!ENTITY a "&#60;b/>">', '&a; is markup (&#60;)'],
    ['<!ENTITY a "&#38;lt;">', '&a; is markup (&#38;)'],
    ['<!ENTITY a "&nothing;">', '&a; is markup (&nothing;)'],
    ['<!ENTITY a SYSTEM "other.txt">', '&a; is another file'],
    ['<!ENTITY a PUBLIC "x" "other.txt">', '&a; is another file'],
    ['<!ENTITY a "&a;">', 'stands in itself'],
    ['<!ENTITY a "&b;"><!ENTITY b "&c;"><!ENTITY c "&d;"><!ENTITY d "x">', 'too deep'],
    ['<!ENTITY a "123456789 123456789 123456789 123456789 12">', 'more than 40 characters'],
    ['<!ENTITY a "&b;&b;&b;"><!ENTITY b "123456789 1234567">', 'more than 40 characters'],
    [many, '6 entities, of at most 5'],
  ] as const) {
    assert.throws(
      () => expand(declared, '<svg>&a;</svg>'),
      (error: Error) => error.message.includes(said),
      declared,
    );
  }
  // What nobody names does no harm.
  assert.is(expand('<!ENTITY a SYSTEM "other.txt"><!ENTITY % p "x">%p;', '<svg/>'), `${head}<svg/>`);
});

test.run();
