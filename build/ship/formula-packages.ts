import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Bundles the packages that set formulas without what only their other uses need: MathJax with one face instead of its
 * own, and the speech rule engine with the two packages that it asks for by name at run time.
 */
export const formulaPackages: Plugin = {
  name: 'formula-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#default-font\/svg\/default\.js$/ }, ({ resolveDir }) => ({
      path: 'default-font',
      namespace: 'formula-face',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /./, namespace: 'formula-face' }, ({ pluginData }) => ({
      contents: `import { MathJaxStix2Font } from '@mathjax/mathjax-stix2-font/js/svg.js';
        export const Font = { fontName: 'mathjax-stix2', DefaultFont: MathJaxStix2Font };`,
      resolveDir: pluginData as string,
    }));
    onLoad({ filter: /[\\/]speech-rule-engine[\\/]lib[\\/]sre\.js$/ }, async ({ path }) => {
      const written = await readFile(path, 'utf8');
      const asks = 'eval("require")';
      if (!written.includes(asks)) throw new Error(`${path} asks for packages otherwise than before`);
      const names = ['@xmldom/xmldom', 'wicked-good-xpath', 'fs', 'process'];
      // Its own command needs commander, and nobody else.
      const packages = [...names.map((name) => `"${name}":require("${name}")`), '"commander":{}'];
      return { contents: written.replace(asks, `(name=>({${packages.join(',')}})[name])`), loader: 'js' };
    });
  },
};
