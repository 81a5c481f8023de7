import type { Extension } from 'mdast-util-from-markdown';
import { type CharacterCode, nodeOfToken, type Syntax, type SyntaxConstruct } from '../text/tokens.ts';
import { foreignKeys } from './foreign.ts';

/** A token of ours; micromark knows only its own types. */
const citationKey = 'citationKey' as 'data';

/** The end of a sign and a letter within a key. Two signs in a row are not a key’s. */
const signInKey: SyntaxConstruct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (sign) => {
      effects.consume(sign);
      return (code) => (isLetter(code) ? ok(code) : nok(code));
    };
  },
};

/** `://` and a letter, as in Manubot’s `@url:https://example.org`. */
const addressInKey: SyntaxConstruct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const signs = [58, 47, 47];
    const next = (code: CharacterCode): ReturnType<typeof nok> => {
      if (signs.length === 0) return isLetter(code) ? ok(code) : nok(code);
      if (code !== signs.shift()) return nok(code);
      effects.consume(code);
      return next;
    };
    return next;
  },
};

const key: SyntaxConstruct = {
  name: 'citationKey',
  previous: mayPrecede,
  tokenize(effects, ok, nok) {
    const { previous } = this;
    return (at) => {
      if (!mayPrecede(previous)) return nok(at);
      effects.enter(citationKey);
      effects.consume(at);
      return (code) => {
        if (code === 123) {
          effects.consume(code);
          return (first) => (first === 125 ? nok(first) : inBraces(first));
        }
        return isLetter(code) ? inKey(code) : nok(code);
      };
    };

    function inBraces(code: CharacterCode): ReturnType<typeof nok> {
      if (code === null || code < 32 || code === 123) return nok(code);
      effects.consume(code);
      if (code !== 125) return inBraces;
      effects.exit(citationKey);
      return ok;
    }

    function inKey(code: CharacterCode): ReturnType<typeof nok> {
      if (isLetter(code)) {
        effects.consume(code);
        return inKey;
      }
      if (isSign(code)) return effects.attempt(signInKey, inKey, effects.attempt(addressInKey, inKey, end))(code);
      return end(code);
    }

    function end(code: CharacterCode): ReturnType<typeof nok> {
      // `@name@server.org` is an address.
      if (code === 64) return nok(code);
      effects.exit(citationKey);
      return ok(code);
    }
  },
};

/** The syntax of keys, `@roe2010` and `@{odd key}`, which then are not read as emphasis, addresses or the like. */
export const citationSyntax: Syntax = { text: { 64: key } };

/** Compiles keys to nodes, which `read.ts` makes citations of, or texts again. */
export const citationKeys: Extension = nodeOfToken(
  'citationKey',
  () => ({ type: 'citationKey', key: '' }),
  (node, written) => {
    node.key = written.startsWith('@{') ? written.slice(2, -1) : written.slice(1);
    node.data = { written };
  },
);

function mayPrecede(code: CharacterCode): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}_.@/+\\]/u.test(String.fromCharCode(code));
}

function isLetter(code: CharacterCode): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}\p{M}_]/u.test(String.fromCharCode(code));
}

function isSign(code: CharacterCode): boolean {
  return code !== null && code > 0 && ':.#$%&-+?~/'.includes(String.fromCharCode(code));
}

/**
 * The keys that stand in a text in this syntax or in that of `foreign.ts`, each once; also in code and in addresses,
 * where they are none.
 */
export function writtenKeys(text: string): string[] {
  const ours = [...text.matchAll(written)].map(({ groups }) => groups?.odd ?? groups?.plain ?? '');
  return [...new Set([...ours, ...foreignKeys(text)])];
}

const written =
  /@(?:\{(?<odd>[^{}\n]+)\}|(?<plain>[\p{L}\p{N}\p{M}_]+(?:(?:[:.#$%&\-+?~/]|:\/\/)[\p{L}\p{N}\p{M}_]+)*))/gu;
