import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseOfficeXml, XmlFault, type XmlNode, XmlTooDeep } from '../../../build/import/office/parse-xml.ts';

const options = {
  maxDepth: 5,
  rename: (name: string, prefix: string, namespace: string | undefined): string =>
    namespace ? `{${namespace}}${prefix === '' ? name : name.slice(prefix.length + 1)}` : name,
  leavesOut: (name: string): boolean => name === 'left',
};

const parse = (text: string): XmlNode => parseOfficeXml(text, options);

test('elements, attributes and text are read, with their references', () => {
  assert.equal(
    parse(
      '<?xml version="1.0"?>\n<!-- a --><a b="1 &amp; 2" c=\'&#x41;&#66;\' left="x">so &lt;<b/>\r\nit<![CDATA[ <is> ]]>&#x1F600;</a>\n',
    ),
    {
      name: 'a',
      attributes: { b: '1 & 2', c: 'AB' },
      children: ['so <', { name: 'b', attributes: {}, children: [] }, '\nit <is> 😀'],
    },
  );
});

test('names are those of their namespaces, where these are declared', () => {
  const { name, attributes, children } = parse(
    '<w:a xmlns:w="one" xmlns="two" w:b="1" c="2"><b/><w:c xmlns:w="three" w:d="3"/><w:e/></w:a>',
  );
  assert.is(name, '{one}a');
  assert.equal(attributes, { '{one}b': '1', c: '2' });
  assert.equal(
    children.map((one) => (one as XmlNode).name),
    ['{two}b', '{three}c', '{one}e'],
  );
});

test('what is not well-formed is a fault with its place', () => {
  for (const text of [
    '',
    'words',
    '<a>',
    '<a></b>',
    '<a></a></a>',
    '<a/><b/>',
    '<a/>words',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b="1"c="2"/>',
    '<a>&nbsp;</a>',
    '<a>& b</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<a>]]></a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<a <b/></a>',
    '<1a/>',
    '< a/>',
    '<!DOCTYPE a><a/>',
    '<aa></a>',
    '<a></aa>',
  ])
    assert.throws(
      () => parse(text),
      (error: unknown) => error instanceof XmlFault,
      text,
    );
  assert.throws(() => parse('<a>\n  </b>'), /line 2, column 3/);
  assert.throws(
    () => parse('<a>'.repeat(9)),
    (error: unknown) => error instanceof XmlTooDeep,
  );
});

test.run();
