import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is used of the package; `null` is a result that has errors. */
interface Compiler {
  compile(options: { mainFilePath: string }): { result: Document | null; takeDiagnostics(): Fault | null };
  addSource(path: string, source: string): void;
  evictCache(age: number): void;
  pdf(document: Document): Uint8Array;
}
interface Document {
  numOfPages: number;
}
interface Fault {
  shortDiagnostics: unknown[];
}

/** True if the package is there: `npm install` in test/bench/peers/ fetches it. */
export function typstInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
    return true;
  } catch {
    return false;
  }
}

/** A compiler for the documents of a folder, with the faces of our style. */
export function openCompiler(workspace: string, faces: readonly string[]): Compiler {
  const require = createRequire(import.meta.url);
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: { create(options: object): Compiler };
  };
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces.map((path) => readFileSync(path)) }] });
}

/** Makes a PDF of `main.typ` in the folder. Throws where the markup has errors. */
export function compile(compiler: Compiler, workspace: string): { pdf: Uint8Array; pages: number } {
  const made = compiler.compile({ mainFilePath: join(workspace, 'main.typ') });
  if (!made.result) throw new Error(`Typst: ${JSON.stringify(made.takeDiagnostics()?.shortDiagnostics.slice(0, 3))}`);
  return { pdf: compiler.pdf(made.result), pages: made.result.numOfPages };
}
