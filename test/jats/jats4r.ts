import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

const run = promisify(execFile);
/** The package of the processor, which has a licence of its own and is not listed. */
const processor = 'xslt3';

/** A finding of JATS4R’s rules. */
export interface Jats4rFinding {
  level: 'error' | 'warning';
  pattern: string;
  found: string;
}

/**
 * Runs the Schematron rules of JATS4R over a file, or says why it cannot. The rules are those of the folder that
 * `JATS4R` names (`schematrons/1.0` in github.com/JATS4R/jats-schematrons); the processor is `xslt3` by Saxonica, where
 * it is installed: neither is a package of Offprint’s.
 */
export async function jats4r(): Promise<((path: string) => Promise<Jats4rFinding[]>) | string> {
  const folder = process.env.JATS4R;
  if (!folder) return 'JATS4R does not name the folder of the rules';
  let program: string;
  try {
    const from = createRequire(join(process.env.XSLT3 ?? process.cwd(), 'package.json'));
    program = join(dirname(from.resolve(`${processor}/package.json`)), `${processor}.js`);
  } catch {
    return 'xslt3 is not installed';
  }
  const work = await mkdtemp(join(tmpdir(), 'jats4r-'));
  const sheet = join(folder, 'jats4r.sch');
  const compiled = join(work, 'rules.sef.json');
  const source = join(work, 'rules.xsl');
  await writeFile(source, await stylesheetOf(sheet, folder));
  await run(process.execPath, [program, `-xsl:${source}`, `-export:${compiled}`, '-nogo']);
  process.on('exit', () => void rm(work, { recursive: true, force: true }).catch(() => {}));
  return async (path) => {
    // The processor reads no DTD.
    const plain = join(work, 'article.xml');
    await writeFile(plain, (await readFile(path, 'utf8')).replace(/<!DOCTYPE[^>]*>/, ''));
    const { stdout } = await run(process.execPath, [program, `-xsl:${compiled}`, `-s:${plain}`], { maxBuffer: 1e8 });
    return stdout
      .split('\ue001')
      .slice(1)
      .map((one): Jats4rFinding => {
        const [level = '', pattern = '', found = ''] = one.split('\ue002');
        return { level: level as 'error', pattern, found: found.replace(/\s+/g, ' ').trim() };
      });
  };
}

/** The patterns of a Schematron schema as a stylesheet: a mode for each, a template for each rule. */
async function stylesheetOf(sheet: string, folder: string): Promise<string> {
  const schema = child(fromXml(await readFile(sheet, 'utf8')), 'schema') as Element;
  const includes = elements(schema).filter(({ name }) => name === 'include');
  const patterns: [string, Element][] = [];
  for (const { attributes } of includes) {
    const pattern = elements(fromXml(await readFile(join(folder, attributes.href as string), 'utf8')))[0] as Element;
    patterns.push([attributes.href?.replace('.sch', '') ?? '', pattern]);
  }
  const functions = elements(schema)
    .filter(({ name }) => name === 'xsl:function')
    .map((one) => toXml(one));
  const common = patterns.flatMap(([, pattern]) => elements(pattern).filter(({ name }) => name === 'let'));
  const variables = new Set(
    [...elements(schema).filter(({ name }) => name === 'let'), ...common].map((one) => variable(one, folder)),
  );
  const modes = patterns.map(([name, pattern]) => modeOf(name, pattern, folder));
  const starts = patterns.map(([name]) => `<xsl:apply-templates select="/" mode="m-${name}"/>`);
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ali="http://www.niso.org/schemas/ali/1.0/" xmlns:j4r="http://jats4r.org/ns" xmlns:mml="http://www.w3.org/1998/Math/MathML"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:oasis="http://www.niso.org/standards/z39-96/ns/oasis-exchange/table">
<xsl:output method="text"/><xsl:key name="by-id" match="*[@id]" use="@id"/><xsl:key name="by-rid" match="*[@rid]" use="tokenize(@rid)"/>
${[...variables, ...functions].join('\n')}
<xsl:template match="/">${starts.join('')}</xsl:template>
${modes.join('\n')}
</xsl:stylesheet>`;
}

function modeOf(name: string, pattern: Element, folder: string): string {
  const mode = `m-${name}`;
  const all = elements(pattern);
  const rules = all.filter((one) => one.name === 'rule');
  const functions = all.filter((one) => one.name === 'xsl:function').map((one) => toXml(one));
  const templates = rules.map((rule, i) => {
    const body = elements(rule).map((one) => {
      if (one.name === 'let') return variable(one, folder);
      const { test = '', role = 'error' } = one.attributes;
      const condition = one.name === 'report' ? test : `not(${test})`;
      return `<xsl:if test="${escaped(withKeys(condition ?? '', folder))}">&#xE001;${role}&#xE002;${name}&#xE002;${messageOf(one)}</xsl:if>`;
    });
    const context = escaped(withKeys(rule.attributes.context ?? '', folder));
    return `<xsl:template match="${context}" mode="${mode}" priority="${rules.length - i}">${body.join('')}<xsl:apply-templates select="*" mode="${mode}"/></xsl:template>`;
  });
  return `${functions.join('')}<xsl:template match="text()|comment()|processing-instruction()" mode="${mode}"/><xsl:template match="/" mode="${mode}" priority="-1"><xsl:apply-templates select="*" mode="${mode}"/></xsl:template>${templates.join('\n')}`;
}

function variable({ attributes: { name, value } }: Element, folder: string): string {
  return `<xsl:variable name="${name}" select="${escaped(withKeys(value ?? '', folder))}"/>`;
}

/** An expression with keys in place of the functions that need a DTD, and the rules’ own lists by their whole paths. */
function withKeys(test: string, folder: string): string {
  return test
    .replace(/\bidref\(([^()]*)\)/g, "key('by-rid', $1)")
    .replace(/(?<![\w-])id\(([^()]*)\)/g, "key('by-id', $1)")
    .replace(/\b(?:document|doc)\(\s*['"]([^'"/]*)['"]\s*\)/g, `doc('file://${folder}/$1')`);
}

function messageOf(one: Element): string {
  return one.children
    .map((node) => {
      if (node.type === 'text') return escaped(node.value);
      if (node.type !== 'element') return '';
      if (node.name === 'value-of') return `<xsl:value-of select="${escaped(node.attributes.select ?? '')}"/>`;
      return node.name === 'name' ? '<xsl:value-of select="name()"/>' : messageOf(node);
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function elements(node: Element | Root): Element[] {
  return (node.children as Element[]).filter(({ type }) => type === 'element');
}

function child(node: Element | Root, name: string): Element | undefined {
  return elements(node).find((one) => one.name === name);
}
