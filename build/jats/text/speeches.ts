import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import type { Element, ElementContent } from 'xast';
import { hasClass } from '../../text/has-class.ts';
import { element } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { blockContent, blocks, ownAttributes, paragraphs } from './blocks.ts';
import { inline } from './inline.ts';

/**
 * The turns of an interview or a dialogue. A paragraph that opens with a speaker begins a speech, and what goes on with
 * it belongs to it; anything else, such as a stage direction, stands between speeches.
 */
export function speeches(node: HtmlElement, setting: JatsSetting): Element[] {
  const made: Element[] = [];
  let speech: Element | undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const speaker = child.tagName === 'p' ? child.children[0] : undefined;
    if (isSpeaker(speaker) && !isDrawn(speaker)) {
      const kind = ['question', 'answer'].find((name) => hasClass(child, name));
      speech = element(
        'speech',
        { ...ownAttributes(child), 'content-type': kind },
        element('speaker', {}, speakerContent(inline(speaker.children, setting))),
        element('p', {}, blockContent(inline(child.children.slice(1), setting))),
      );
      made.push(speech);
    } else if (speech && !isSpeaker(speaker) && goesOn(child)) speech.children.push(...paragraphs([child], setting));
    else {
      speech = undefined;
      made.push(...blocks([child], setting));
    }
  }
  const { id, 'xml:lang': lang } = ownAttributes(node);
  return made.map((one, i) => ({
    ...one,
    attributes: { ...(i === 0 && id ? { id } : {}), ...(lang ? { 'xml:lang': lang } : {}), ...one.attributes },
  }));
}

function isSpeaker(node: HtmlContent | undefined): node is HtmlElement {
  return node?.type === 'element' && hasClass(node, 'speaker');
}

/** True for a block of the turn above it. */
function goesOn(node: HtmlElement): boolean {
  return ['question', 'answer', 'goes-on'].some((name) => hasClass(node, name));
}

/** The words of a speaker’s name, which by the DTD have no looks; the call of a note may stand there. */
function speakerContent(nodes: readonly ElementContent[]): ElementContent[] {
  const plain = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element' || node.name === 'xref') return [node];
    return node.name === 'index-term' ? [] : node.children.flatMap(plain);
  };
  return blockContent(nodes.flatMap(plain));
}

/** True for a name with a formula or a picture in it, which cannot be that of a speaker in JATS. */
function isDrawn(node: HtmlElement): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (/^(?:math|img)$/.test(child.tagName) || isDrawn(child)),
  );
}
