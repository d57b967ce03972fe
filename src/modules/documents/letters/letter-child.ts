/**
 * The process that sets letters. The compiler is synchronous and grows with each letter, so it lives here, forgets after
 * each one, and is ended by its parent after some hundred. It reads the content folder and nothing else.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ComposedLetter } from './compose-letter.ts';

const contentDir = process.argv[2] ?? '';
const compiler = NodeCompiler.create({
  workspace: contentDir,
  fontArgs: [{ fontPaths: [`${contentDir}/letters/fonts`] }],
});

/** Archivable, with tags for those who hear it read out. @see ISO 19005-3, level A */
const PDF_STANDARD = 'a-3a';

function setLetter({ template, json, madeAt }: ComposedLetter): Buffer {
  const compiled = compiler.compile({ mainFilePath: `${contentDir}${template}`, inputs: { letter: json } });
  if (!compiled.result) throw new Error(compiled.takeDiagnostics()?.compilationStatus ?? 'no document');
  return compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD, pdfTags: true, creationTimestamp: madeAt });
}

process.on('message', ({ id, letter }: { id: number; letter: ComposedLetter }) => {
  try {
    process.send?.({ id, pdf: setLetter(letter) });
  } catch (error) {
    process.send?.({ id, failure: error instanceof Error ? error.message : String(error) });
  } finally {
    compiler.evictCache(0);
  }
});
process.on('disconnect', () => process.exit(0));
