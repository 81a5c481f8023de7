import { MathJaxMhchemFontExtension } from '@mathjax/mathjax-mhchem-font-extension/js/svg.js';
import { MathJaxStix2Font } from '@mathjax/mathjax-stix2-font/js/svg.js';
import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import type { MathDocument } from '@mathjax/src/js/core/MathDocument.js';
import { STATE } from '@mathjax/src/js/core/MathItem.js';
import { type MmlNode, TEXCLASS } from '@mathjax/src/js/core/MmlTree/MmlNode.js';
import { SerializedMmlVisitor } from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/js/input/tex/textmacros/TextMacrosConfiguration.js';
import '@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js';
import BaseMethods from '@mathjax/src/js/input/tex/base/BaseMethods.js';
import { Configuration } from '@mathjax/src/js/input/tex/Configuration.js';
import { CommandMap, RegExpMap } from '@mathjax/src/js/input/tex/TokenMap.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import { alphabets } from './alphabets.ts';

/**
 * The commands that are known: a fixed list, without any that could load others, or make links, styles and classes.
 * What a formula may still say of these is dropped from its outlines and its MathML (`outlines.ts`, `clean-mathml.ts`).
 */
const packages = [
  'base',
  'ams',
  'newcommand',
  'textmacros',
  'mathtools',
  'boldsymbol',
  'braket',
  'cancel',
  'gensymb',
  'mhchem',
  'upgreek',
  'words',
  'commands',
];

/** Letters of a script without formula letters that follow each other are a word: the index of `V_{макс}`. */
const words = new RegExpMap(
  'words',
  (parser, first) => {
    const [rest = ''] = /^[\u0400-\u052f]*/.exec(parser.string.slice(parser.i)) ?? [];
    parser.i += rest.length;
    const word = first + rest;
    parser.Push(parser.create('token', 'mi', {}, word));
  },
  /^[\u0400-\u052f]/,
);
Configuration.create('words', { handler: { character: [words.name] }, priority: 20 });

/**
 * Commands of ours. Operators that no package of LaTeX has, and nearly every paper in machine learning defines; sizes,
 * as relsize has them; and those for colours, which leave what they colour as it is: print is black alone, and no
 * colour says anything.
 */
const commands = new CommandMap(
  'commands',
  {
    argmin: ['Macro', '\\operatorname*{arg\\,min}'],
    argmax: ['Macro', '\\operatorname*{arg\\,max}'],
    mathlarger: ['Macro', '{\\large #1}', 1],
    mathsmaller: ['Macro', '{\\small #1}', 1],
    color: ['Macro', '', 2, ''],
    textcolor: ['Macro', '{#3}', 3, ''],
    colorbox: ['Macro', '{#3}', 3, ''],
    fcolorbox: ['Macro', '{#4}', 4, ''],
  },
  BaseMethods as never,
);
Configuration.create('commands', { handler: { macro: [commands.name] }, priority: 20 });

type Document = MathDocument<unknown, unknown, unknown>;

/** An error of a formula, with its index in the TeX if it is known. */
export class FormulaError extends Error {
  readonly at: number | undefined;

  constructor(message: string, at: number | undefined) {
    super(message);
    this.at = at;
  }
}

interface ParserState {
  parseOptions?: { parser?: { i?: number; string?: string } };
}

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
mathjax.asyncLoad = (name: string) => alphabets[/([\w-]+)\.js$/.exec(name)?.[1] ?? '']?.();
MathJaxStix2Font.addExtension(MathJaxMhchemFontExtension);

/** Documents that make outlines as a whole, and in the pieces between which a line may end. */
const documents = { whole: newDocument(false), pieces: newDocument(true) };
const visitor = new SerializedMmlVisitor();

function newDocument(inline: boolean): Document {
  const output = new SVG({ fontData: MathJaxStix2Font, fontCache: 'none', linebreaks: { inline } });
  return mathjax.document('', { InputJax: newInput(), OutputJax: output });
}

function newInput(): TeX<unknown, unknown, unknown> {
  return new TeX({
    packages,
    maxMacros: 1000,
    maxBuffer: 8 * 1024,
    formatError: (jax: ParserState, error: Error) => {
      const parser = jax.parseOptions?.parser;
      throw Object.assign(error, { parser: { i: parser?.i, string: parser?.string } });
    },
  });
}

/** A formula as MathJax makes it. */
export interface TypesetFormula {
  /** Its MathML, serialized. */
  mathml: string;
  /** The element with its outlines. */
  container: LiteElement;
}

/** Sets a formula. Throws FormulaError. */
export async function typesetFormula(
  tex: string,
  isDisplayed: boolean,
  parts: keyof typeof documents,
): Promise<TypesetFormula> {
  const common = documents[parts];
  // A command that one formula defines would be known to those that are set after it.
  const document: Document = definesCommands.test(tex)
    ? mathjax.document('', { InputJax: newInput(), OutputJax: common.outputJax })
    : common;
  try {
    return await mathjax.handleRetriesFor(() => {
      const item = new document.options.MathItem(tex, document.inputJax[0], isDisplayed);
      item.start.node = document.adaptor.body(document.document as never);
      item.setMetrics(16, 8, 80 * 16, 1);
      item.convert(document, STATE.COMPILED);
      const mathml = visitor.visitTree(item.root as MmlNode);
      (item.root as MmlNode).walkTree((node: MmlNode) => {
        // As in TeX: MathJax gives fractions no class, and so no space beside them.
        if (node.kind === 'mfrac') node.texClass = TEXCLASS.ORD;
      });
      item.convert(document, STATE.TYPESET);
      return { mathml, container: item.typesetRoot as LiteElement };
    });
  } catch (error) {
    const { message, parser } = error as Error & { parser?: { i?: number; string?: string } };
    if (error instanceof RangeError) throw new FormulaError('It nests too deep', undefined);
    if (parser === undefined) throw error;
    // Within a macro, the index is one in its definition.
    throw new FormulaError(message, parser?.string === tex ? parser.i : undefined);
  }
}

const definesCommands =
  /\\(?:[gex]?def|let|(?:re)?newcommand|newenvironment|renewenvironment|Declare[A-Z]\w*|newtagform)\b/;
