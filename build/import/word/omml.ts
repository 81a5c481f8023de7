import type { PhrasingContent } from 'mdast';
import { child, childrenOf, elements, textInside, type Xml } from '../office/xml.ts';

/**
 * A formula of Word as TeX (ECMA-376, part 1, 22.1). `isWhole` is false if something in it is not known: its words are
 * there, and how they stand is lost.
 */
export function texOf(formula: Xml): { tex: string; isWhole: boolean } {
  const writer = new TexWriter();
  const tex = writer.all(formula).replace(/ {2,}/g, ' ').trim();
  return { tex, isWhole: writer.isWhole };
}

/**
 * A formula that is a name, a number or either with an index, as words of the text: *x*~1~. Undefined for any other.
 */
export function plainFormula(formula: Xml): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  for (const node of elements(formula)) {
    if (isProperties(node)) continue;
    if (node.name === 'm:r') {
      parts.push(...letters(textInside(node), isUpright(node)));
      continue;
    }
    const kind = node.name === 'm:sSup' ? 'superscript' : node.name === 'm:sSub' ? 'subscript' : undefined;
    if (!kind) return undefined;
    const base = runsOf(child(node, 'm:e'));
    const script = runsOf(child(node, kind === 'superscript' ? 'm:sup' : 'm:sub'));
    if (!base || !script) return undefined;
    parts.push(...base, { type: kind, children: script });
  }
  return parts.length > 0 ? parts : undefined;
}

function runsOf(node: Xml | undefined): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  for (const one of node ? elements(node) : []) {
    if (isProperties(one)) continue;
    if (one.name !== 'm:r') return undefined;
    parts.push(...letters(textInside(one), isUpright(one)));
  }
  return parts.length > 0 ? parts : undefined;
}

/** Letters of a formula in italics, figures and signs upright. */
function letters(text: string, isPlain: boolean): PhrasingContent[] {
  const plain = text.normalize('NFKC');
  if (isPlain) return [{ type: 'text', value: plain }];
  return (plain.match(/\p{L}+|[^\p{L}]+/gu) ?? []).map((part) =>
    /\p{L}/u.test(part)
      ? { type: 'emphasis', children: [{ type: 'text', value: part }] }
      : { type: 'text', value: part },
  );
}

function isProperties({ name }: Xml): boolean {
  return /Pr$|^w:/.test(name) && name !== 'w:r';
}

const value = (node: Xml | undefined, name: string): string | undefined => {
  const found = child(node, name);
  return found && (found.attributes['m:val'] ?? '');
};

const isSet = (node: Xml | undefined, name: string): boolean => {
  const found = value(node, name);
  return found !== undefined && !/^(?:0|off|false)$/.test(found);
};

function isUpright(run: Xml): boolean {
  const properties = child(run, 'm:rPr');
  return child(properties, 'm:nor') !== undefined || value(properties, 'm:sty') === 'p';
}

class TexWriter {
  isWhole = true;

  all(node: Xml | undefined): string {
    return node ? this.join(elements(node).map((one) => this.one(one))) : '';
  }

  /** Parts side by side: a command before a letter needs a space. */
  private join(parts: readonly string[]): string {
    let text = '';
    for (const part of parts) text += /\\[A-Za-z]+$/.test(text) && /^[A-Za-z]/.test(part) ? ` ${part}` : part;
    return text;
  }

  private group(node: Xml | undefined): string {
    return `{${this.all(node)}}`;
  }

  /** The base of an index: in braces unless it is one sign. */
  private base(node: Xml | undefined): string {
    const tex = this.all(node);
    return /^(?:[A-Za-z0-9]|\\[A-Za-z]+)$/.test(tex) ? tex : `{${tex}}`;
  }

  private one(node: Xml): string {
    const properties = child(node, `${node.name}Pr`);
    const e = child(node, 'm:e');
    switch (node.name) {
      case 'm:r':
        return this.run(node);
      case 'm:f':
        return this.fraction(node, properties);
      case 'm:sSup':
        return `${this.base(e)}^${this.group(child(node, 'm:sup'))}`;
      case 'm:sSub':
        return `${this.base(e)}_${this.group(child(node, 'm:sub'))}`;
      case 'm:sSubSup':
        return `${this.base(e)}_${this.group(child(node, 'm:sub'))}^${this.group(child(node, 'm:sup'))}`;
      case 'm:sPre':
        return `{}_${this.group(child(node, 'm:sub'))}^${this.group(child(node, 'm:sup'))}${this.base(e)}`;
      case 'm:rad': {
        const degree = isSet(properties, 'm:degHide') ? '' : this.all(child(node, 'm:deg'));
        return `\\sqrt${degree ? `[${degree}]` : ''}${this.group(e)}`;
      }
      case 'm:nary':
        return this.nary(node, properties);
      case 'm:d':
        return this.delimited(node, properties);
      case 'm:func': {
        const name = this.all(child(node, 'm:fName'));
        const known = /^(?:\\mathrm\{)?([a-z]+)\}?((?:[_^]\{.*\})*)$/.exec(name);
        const head = known && functions.has(known[1] as string) ? `\\${known[1]}${known[2]}` : name;
        return `${head} ${this.base(e)}`;
      }
      case 'm:limLow':
        return this.limit(e, child(node, 'm:lim'), '_');
      case 'm:limUpp':
        return this.limit(e, child(node, 'm:lim'), '^');
      case 'm:acc':
        return `\\${accents[value(properties, 'm:chr') ?? '\u0302'] ?? this.unknown('hat')}${this.group(e)}`;
      case 'm:bar':
        return `\\${value(properties, 'm:pos') === 'top' ? 'overline' : 'underline'}${this.group(e)}`;
      case 'm:groupChr': {
        const isTop = value(properties, 'm:pos') === 'top';
        const sign = value(properties, 'm:chr') ?? '⏟';
        if (sign === '⏞' || sign === '⏟') return `\\${isTop ? 'overbrace' : 'underbrace'}${this.group(e)}`;
        return `\\${isTop ? 'overset' : 'underset'}{${symbolOf(sign)}}${this.group(e)}`;
      }
      case 'm:m':
        return this.rows(
          'matrix',
          childrenOf(node, 'm:mr').map((row) => childrenOf(row, 'm:e')),
        );
      case 'm:eqArr':
        return this.rows(
          'aligned',
          childrenOf(node, 'm:e').map((row) => [row]),
        );
      case 'm:borderBox':
        return `\\boxed${this.group(e)}`;
      case 'm:phant':
        return isSet(properties, 'm:show') || value(properties, 'm:show') === undefined
          ? this.group(e)
          : `\\phantom${this.group(e)}`;
      case 'm:box':
      case 'm:oMath':
      case 'm:e':
      case 'm:num':
      case 'm:den':
      case 'm:fName':
      case 'm:lim':
        return this.all(e && node.name === 'm:box' ? e : node);
      default:
        if (isProperties(node)) return '';
        // Runs of the text, and marks around them.
        if (node.name === 'w:r') return escaped(textInside(node));
        if (/^w:(?:bookmark|comment)/.test(node.name)) return '';
        this.unknown('');
        return this.all(node);
    }
  }

  private unknown(instead: string): string {
    this.isWhole = false;
    return instead;
  }

  private run(run: Xml): string {
    const properties = child(run, 'm:rPr');
    const text = elements(run)
      .filter(({ name }) => name === 'm:t' || name === 'w:t' || name === 'w:sym')
      .map((one) => textInside(one))
      .join('');
    if (text.trim() === '') return text === '' ? '' : '\\ ';
    if (child(properties, 'm:nor')) return `\\text{${escaped(text)}}`;
    const plain = text.normalize('NFC');
    const tex = this.join([...plain].map(symbolOf));
    const script = value(properties, 'm:scr');
    const style = value(properties, 'm:sty');
    const face = (script && scripts[script]) || (style && styles[style]);
    if (face && /[\p{L}\p{N}]/u.test(text)) return `\\${face}{${tex}}`;
    // Letters beyond Latin and Greek are words.
    if (/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u.test(plain))
      return `\\text{${escaped(plain)}}`;
    return tex;
  }

  private fraction(node: Xml, properties: Xml | undefined): string {
    const top = child(node, 'm:num');
    const bottom = child(node, 'm:den');
    const kind = value(properties, 'm:type');
    if (kind === 'noBar') return `\\genfrac{}{}{0pt}{}${this.group(top)}${this.group(bottom)}`;
    if (kind === 'lin') return `${this.base(top)}/${this.base(bottom)}`;
    return `\\frac${this.group(top)}${this.group(bottom)}`;
  }

  private nary(node: Xml, properties: Xml | undefined): string {
    const sign = value(properties, 'm:chr') ?? '∫';
    const above = isSet(properties, 'm:supHide') ? '' : this.all(child(node, 'm:sup'));
    const below = isSet(properties, 'm:subHide') ? '' : this.all(child(node, 'm:sub'));
    const limits = `${below ? `_{${below}}` : ''}${above ? `^{${above}}` : ''}`;
    return `${symbolOf(sign)}${limits}${this.base(child(node, 'm:e'))}`;
  }

  private delimited(node: Xml, properties: Xml | undefined): string {
    const open = value(properties, 'm:begChr') ?? '(';
    const close = value(properties, 'm:endChr') ?? ')';
    const between = value(properties, 'm:sepChr') ?? '|';
    const parts = childrenOf(node, 'm:e');
    const [only] = parts;
    const inner = parts.map((part) => this.all(part)).join(`\\middle${fence(between)} `);
    const matrix = parts.length === 1 && only && soleChild(only)?.name === 'm:m' ? matrices[open + close] : undefined;
    if (matrix) return inner.replaceAll('{matrix}', `{${matrix}}`);
    if (open === '{' && close === '' && soleChild(only)?.name === 'm:eqArr')
      return inner.replaceAll('{aligned}', '{cases}');
    if (/^[A-Za-z0-9+\-=, ]*$/.test(inner) && '([{'.includes(open) && open !== '' && close !== '')
      return `${symbolOf(open)}${inner}${symbolOf(close)}`;
    return `\\left${fence(open)} ${inner} \\right${fence(close)}`;
  }

  private limit(base: Xml | undefined, limit: Xml | undefined, mark: '_' | '^'): string {
    const word = textInside(base).trim();
    if (functions.has(word)) return `\\${word}${mark}${this.group(limit)}`;
    return `\\${mark === '_' ? 'underset' : 'overset'}${this.group(limit)}${this.group(base)}`;
  }

  private rows(name: string, rows: Xml[][]): string {
    const lines = rows.map((cells) => cells.map((cell) => this.all(cell)).join(' & '));
    return `\\begin{${name}} ${lines.join(' \\\\ ')} \\end{${name}}`;
  }
}

function soleChild(node: Xml | undefined): Xml | undefined {
  const inner = node ? elements(node).filter((one) => !isProperties(one)) : [];
  return inner.length === 1 ? inner[0] : undefined;
}

function fence(sign: string): string {
  return sign === '' ? '.' : (fences[sign] ?? symbolOf(sign));
}

function escaped(text: string): string {
  return text.replace(/[\\{}$&#^_~%]/g, (sign) =>
    sign === '\\' ? '\\textbackslash{}' : sign === '^' || sign === '~' ? `\\${sign}{}` : `\\${sign}`,
  );
}

function symbolOf(sign: string): string {
  const known = symbols.get(sign);
  if (known !== undefined) return known;
  const plain = sign.normalize('NFKC');
  if (plain !== sign && plain.length <= 3) return [...plain].map(symbolOf).join('');
  return '{}$&#^_~%\\'.includes(sign) ? escaped(sign) : sign;
}

const matrices: Record<string, string> = {
  '()': 'pmatrix',
  '[]': 'bmatrix',
  '{}': 'Bmatrix',
  '||': 'vmatrix',
  '‖‖': 'Vmatrix',
};

const fences: Record<string, string> = {
  '{': '\\{',
  '}': '\\}',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '〈': '\\langle',
  '〉': '\\rangle',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '‖': '\\|',
};

const scripts: Record<string, string> = {
  'double-struck': 'mathbb',
  script: 'mathcal',
  fraktur: 'mathfrak',
  'sans-serif': 'mathsf',
  monospace: 'mathtt',
};

const styles: Record<string, string> = { p: 'mathrm', b: 'mathbf', bi: 'boldsymbol' };

const accents: Record<string, string> = {
  '\u0302': 'hat',
  '^': 'hat',
  '\u0303': 'tilde',
  '~': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'overline',
  '¯': 'bar',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u20db': 'dddot',
  '\u030c': 'check',
  '\u0306': 'breve',
  '\u0301': 'acute',
  '\u0300': 'grave',
  '\u20d7': 'vec',
  '→': 'overrightarrow',
  '\u20d6': 'overleftarrow',
  '\u20e1': 'overleftrightarrow',
};

/** Names of functions that TeX has commands for. */
const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' ',
  ),
);

const symbols = new Map<string, string>(
  (
    'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ϖ varpi ρ rho ' +
    'ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon ' +
    'Φ Phi Ψ Psi Ω Omega ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes ' +
    '∞ infty ∂ partial ∇ nabla ∆ Delta ∈ in ∉ notin ∋ ni ⊂ subset ⊆ subseteq ⊃ supset ⊇ supseteq ∪ cup ∩ cap ∅ emptyset ∖ setminus ∀ forall ' +
    '∃ exists ¬ neg ∧ wedge ∨ vee ⊕ oplus ⊗ otimes ⊥ perp ∥ parallel ∠ angle × times ÷ div ± pm ∓ mp ⋅ cdot · cdot ∘ circ ∗ ast ⋆ star ' +
    '≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ⊢ vdash ⊨ models → to ← leftarrow ↔ leftrightarrow ' +
    '⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow ⟶ longrightarrow ⟹ Longrightarrow … ldots ⋯ cdots ⋮ vdots ⋱ ddots ' +
    'ℓ ell ℏ hbar ℜ Re ℑ Im ℵ aleph ′ prime ⟨ langle ⟩ rangle ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ‖ Vert √ surd † dagger ‡ ddagger'
  )
    .split(' ')
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, `\\${all[i + 1]}`] as const] : [])),
);
for (const [sign, tex] of [
  ['ℝ', '\\mathbb{R}'],
  ['ℕ', '\\mathbb{N}'],
  ['ℤ', '\\mathbb{Z}'],
  ['ℚ', '\\mathbb{Q}'],
  ['ℂ', '\\mathbb{C}'],
  ['−', '-'],
  ['\u2061', ''],
  ['\u2062', ''],
  ['\u2063', ''],
  ['\u200b', ''],
  ['\u00a0', '~'],
  ['\u2003', '\\quad '],
] as const)
  symbols.set(sign, tex);
