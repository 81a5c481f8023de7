import type { Definition, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { takeOut } from '../take-out.ts';

/**
 * Copies the address of each definition, `[label]: https://…`, into the links and images that name it, and removes the
 * definitions. Reports one that is unused or repeated: it would vanish, though its author may have meant to print it.
 */
export function resolveDefinitions() {
  return (tree: Root, file: VFile): void => {
    const definitions = new Map<string, Definition>();
    const used = new Set<string>();
    for (const node of takeOut(tree, 'definition')) {
      if (definitions.has(node.identifier)) reportDefinition(node, 'stands twice', file);
      else definitions.set(node.identifier, node);
    }
    visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
      if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent || index === undefined) return;
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      used.add(node.identifier);
      const { url, title } = definition;
      const { position } = node;
      parent.children[index] = (
        node.type === 'linkReference'
          ? { type: 'link', url, title, children: node.children, position }
          : { type: 'image', url, title, alt: node.alt, position }
      ) as never;
    });
    for (const [identifier, node] of definitions)
      if (!used.has(identifier)) reportDefinition(node, 'is not used', file);
  };
}

function reportDefinition(node: Definition, found: string, file: VFile): void {
  report(file, 'definition-used', {
    at: node.position,
    found: `The address of [${node.label ?? node.identifier}] ${found}, and would not be printed`,
    fix: 'Remove it; if its words belong to the text, write \\[ for the bracket.',
  });
}
