/** The marks that commands put on a letter. */
export const diacritics: Record<string, string> = Object.fromEntries(
  '`\u0300 \'\u0301 ^\u0302 ~\u0303 =\u0304 u\u0306 .\u0307 "\u0308 r\u030a H\u030b v\u030c d\u0323 c\u0327 k\u0328 b\u0331 t\u0361 G\u030f U\u030e f\u0311 h\u0309'
    .split(' ')
    .map((pair) => [pair[0], pair.slice(1)]),
);

/** Commands that are signs, by their names. */
export const signs: Record<string, string> = {
  ...table(
    'aa å AA Å ae æ AE Æ o ø O Ø oe œ OE Œ ss ß SS ẞ l ł L Ł dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ i ı j ȷ S § P ¶ pounds £ copyright © dag † ddag ‡ dots … ldots … textellipsis … lq ‘ rq ’',
  ),
  ...table(
    'textquotesingle \' textquotedbl " textdollar $ textless < textgreater > textbackslash \\ textasciicircum ^ textunderscore _ textbraceleft { textbraceright } textbar | textasciitilde ~ textasciigrave ` textexclamdown ¡ textquestiondown ¿ textcent ¢ textsterling £ textyen ¥ texteuro € euro € EUR € textsection § textparagraph ¶ textcopyright © textregistered ® texttrademark ™ textordfeminine ª textordmasculine º textdegree ° degree ° textpm ± texttimes × textdiv ÷ textmu µ textonehalf ½ textonequarter ¼ textthreequarters ¾ textperiodcentered · textbullet • textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotesinglbase ‚ quotedblbase „ glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › og «\u00a0 fg \u00a0» textdagger † textdaggerdbl ‡ textperthousand ‰ textnumero № No № textminus − textprime ′',
  ),
  slash: '/',
  textvisiblespace: '␣',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  LaTeXe: 'LaTeX2e',
  BibTeX: 'BibTeX',
  MF: 'METAFONT',
  MP: 'MetaPost',
  XeTeX: 'XeTeX',
  // Spaces, and what is not seen.
  ' ': ' ',
  '\n': ' ',
  '\\': ' ',
  ',': '\u202f',
  thinspace: '\u202f',
  ';': ' ',
  ':': ' ',
  '>': ' ',
  quad: ' ',
  qquad: ' ',
  space: ' ',
  addspace: ' ',
  newline: ' ',
  nobreakspace: '\u00a0',
  addnbspace: '\u00a0',
  addcolon: ':',
  addcomma: ',',
  adddot: '.',
  isdot: '',
  '/': '',
  '-': '',
  '@': '',
  '!': '',
  '*': '',
  hyp: '-',
  hyphen: '-',
  textcompwordmark: '',
  protect: '',
  relax: '',
  null: '',
  allowbreak: '',
  nopunct: '',
  unspace: '',
  nohyphens: '',
  ignorespaces: '',
  nobreak: '',
  noindent: '',
  par: ' ',
};

/** Commands of mathematics, and Greek letters. */
export const mathSigns: Record<string, string> = table(
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × cdot ⋅ pm ± mp ∓ div ÷ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ infty ∞ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ in ∈ subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ ell ℓ hbar ℏ prime ′ circ ° star ⋆ ast ∗ dagger † log log ln ln exp exp sin sin cos cos tan tan lim lim max max min min det det langle ⟨ rangle ⟩ ldots … cdots ⋯ propto ∝ oplus ⊕ otimes ⊗ lt < gt >',
);

/** Commands whose argument is set in a way that CSL-JSON knows. */
export const formats: Record<string, readonly [string, string]> = Object.fromEntries([
  ...'emph textit textsl mkbibemph mkbibitalic it itshape em sl slshape'
    .split(' ')
    .map((name) => [name, ['<i>', '</i>']] as const),
  ...'textbf mkbibbold strong bf bfseries'.split(' ').map((name) => [name, ['<b>', '</b>']] as const),
  ...'textsc sc scshape'
    .split(' ')
    .map((name) => [name, ['<span style="font-variant:small-caps;">', '</span>']] as const),
  ...'textsuperscript mkbibsuperscript textordinal'.split(' ').map((name) => [name, ['<sup>', '</sup>']] as const),
  ...'textsubscript mkbibsubscript'.split(' ').map((name) => [name, ['<sub>', '</sub>']] as const),
  ...'enquote mkbibquote textquote'.split(' ').map((name) => [name, ['“', '”']] as const),
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
]);

/** Commands that leave their argument as it is. */
export const plain = new Set(
  'textrm textsf texttt textup textmd textnormal textlatin text mbox hbox fbox rm rmfamily sf sffamily tt ttfamily upshape mdseries normalfont uline underline url nolinkurl path mathrm mathit mathbf mathcal mathbb mathsf mathtt mathnormal boldsymbol operatorname ensuremath autocap bibstring mkbibacro mkbibnamefamily mkbibnamegiven bibhyperref textls MakeCapital MakeSentenceCase MakeSentenceCase* MakeTitleCase NoCaseChange lowercase textcyr selectlanguage*'.split(
    ' ',
  ),
);

/** Commands that swallow their first argument, and leave the second, if there is one. */
export const swallowing = new Set(
  'href foreignlanguage textcolor noopsort SortNoop sortnoop singleletter hspace vspace hskip vskip phantom selectlanguage fontsize color label footnote bibinfo bibfield'.split(
    ' ',
  ),
);

function table(list: string): Record<string, string> {
  const words = list.split(' ');
  return Object.fromEntries(words.flatMap((word, index) => (index % 2 ? [] : [[word, words[index + 1] ?? '']])));
}
