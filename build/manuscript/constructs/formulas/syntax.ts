import type { Extension } from 'mdast-util-from-markdown';
import { readAttributes } from '../attributes/read.ts';
import {
  type CharacterCode,
  nodeOfToken,
  type Syntax,
  type SyntaxConstruct,
  type SyntaxState,
} from '../text/tokens.ts';
import { scanFormula } from './scan.ts';

const dollar = 36;

/** Tokens of ours; micromark knows only its own types. */
const formula = 'formula' as 'data';
const displayedFormula = 'displayedFormula' as 'data';
/**
 * The part of a formula that is in one line. micromark never ends where what it reads is over lines, and the last of
 * them has no token of its own.
 */
const formulaLine = 'formulaLine' as 'data';

/** A formula in a line, `$x$` or `$$x$$`. */
const inText: SyntaxConstruct = {
  name: 'formula',
  previous(code) {
    const [, before] = this.events.at(-1) ?? [];
    return code !== dollar || before?.type === 'characterEscape' || before?.type === formula;
  },
  tokenize(effects, ok, nok) {
    const scan = scanFormula();
    let isInLine = false;
    return (sign) => {
      effects.enter(formula);
      effects.consume(sign);
      return next;
    };

    function next(code: CharacterCode): SyntaxState | undefined {
      const state = scan.take(code);
      if (state === 'none') return nok(code);
      if (state === 'end' && !scan.isDouble) return end(code);
      if (isLineEnd(code)) {
        closeLine();
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
      } else {
        if (!isInLine) effects.enter(formulaLine);
        isInLine = true;
        effects.consume(code);
      }
      return state === 'more' ? next : end;
    }

    function end(code: CharacterCode): SyntaxState | undefined {
      closeLine();
      effects.exit(formula);
      return ok(code);
    }

    function closeLine(): void {
      if (isInLine) effects.exit(formulaLine);
      isInLine = false;
    }
  },
};

/** A further line of a displayed formula: not empty, and of the same block. */
const furtherLine: SyntaxConstruct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (end) => {
      effects.enter('lineEnding');
      effects.consume(end);
      effects.exit('lineEnding');
      return (code) => {
        if (this.parser.lazy[this.now().line]) return nok(code);
        effects.enter('linePrefix');
        return blank(code);
      };
    };

    function blank(code: CharacterCode): SyntaxState | undefined {
      if (code === null || isLineEnd(code)) return nok(code);
      if (!isBlank(code)) {
        effects.exit('linePrefix');
        return ok(code);
      }
      effects.consume(code);
      return blank;
    }
  },
};

/**
 * A displayed formula: it begins a line with `$$`, and ends one with `$$`, attributes, MyST’s label or a stop behind
 * it. An empty line ends none.
 */
const inFlow: SyntaxConstruct = {
  name: 'displayedFormula',
  concrete: true,
  tokenize(effects, ok, nok) {
    let signs = 0;
    let isEscaped = false;
    let isEmpty = true;
    let tail = '';
    return (sign) => {
      effects.enter(displayedFormula);
      return open(sign);
    };

    function open(code: CharacterCode): SyntaxState | undefined {
      if (code === dollar && signs < 2) {
        signs++;
        effects.consume(code);
        return open;
      }
      if (signs < 2 || code === dollar) return nok(code);
      signs = 0;
      return within(code);
    }

    function within(code: CharacterCode): SyntaxState | undefined {
      if (code === null) return nok(code);
      if (isLineEnd(code)) {
        isEscaped = false;
        signs = 0;
        return effects.attempt(furtherLine, within, nok)(code);
      }
      signs = code === dollar && !isEscaped ? signs + 1 : 0;
      isEscaped = code === 92 && !isEscaped;
      if (signs === 0 && !isBlank(code)) isEmpty = false;
      effects.consume(code);
      if (signs < 2) return within;
      return isEmpty ? nok : behind;
    }

    function behind(code: CharacterCode): SyntaxState | undefined {
      if (code === null || isLineEnd(code)) {
        if (!isTail(tail)) return nok(code);
        effects.exit(displayedFormula);
        return ok(code);
      }
      tail += isBlank(code) ? ' ' : String.fromCharCode(code);
      effects.consume(code);
      return behind;
    }
  },
};

/** True for what may follow the end of a displayed formula: a stop, and attributes or a label. */
function isTail(tail: string): boolean {
  const rest = tail.trim().replace(/^[.,;:]\s*/, '');
  return rest === '' || /^\([A-Za-z][\w:.-]*\)$/.test(rest) || readAttributes(rest)?.length === rest.length;
}

/** The syntax of formulas, which then are not read as emphasis, lists or tables. */
export const formulaSyntax: Syntax = { text: { [dollar]: inText }, flow: { [dollar]: inFlow } };

/** Compile formulas to nodes with the source between their signs; `read.ts` makes the tree’s of them. */
export const formulas: readonly Extension[] = [
  nodeOfToken(
    'formula',
    () => ({ type: 'formula', value: '' }),
    (node, written) => {
      const signs = written.startsWith('$$') ? 2 : 1;
      node.value = written.slice(signs, -signs);
      if (signs === 2) node.data = { isDouble: true };
    },
  ),
  nodeOfToken(
    'displayedFormula',
    () => ({ type: 'displayedFormula', value: '' }),
    (node, written) => {
      const end = written.lastIndexOf('$$');
      node.value = written.slice(2, end);
      const tail = written.slice(end + 2).trim();
      if (tail) node.data = { tail };
    },
  ),
];

function isLineEnd(code: CharacterCode): boolean {
  return code !== null && code < -2;
}

function isBlank(code: CharacterCode): boolean {
  return code === -2 || code === -1 || code === 32;
}
