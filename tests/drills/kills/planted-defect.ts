import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeFolder } from '../../start/whole-hall.ts';
import type { Drill } from '../drill.ts';
import { killWhileSending } from './kills.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FILE = 'src/modules/cases/submission/send-once.ts';

/** What waits for the commit, and the same not waiting. */
const SOUND = `    return await send();
  } catch (error) {`;
const DEFECT = `    void send().catch(() => undefined);
    return { kind: 'received', receipt: { caseId: '', number: '', code: '' } };
  } catch (error) {`;

/** The kills once more, on a copy of the source that says «received» before it has committed: they must find it out. */
export const plantedDefect: Drill = {
  name: 'planted-defect',
  async run(ask) {
    const root = copyOfSource();
    try {
      plant(root);
      ask.say(`planted: ${FILE} acknowledges before the commit`);
      const plan = ask.isReduced ? { submissions: 120, kills: 6 } : { submissions: 400, kills: 10 };
      const { lost } = await killWhileSending({ ...plan, aimedShare: 0, root }, ask);
      ask.say(`${lost} acknowledged applications are lost, as they must be`);
      return { floors: [{ name: 'losses found', value: lost, least: 1 }], faults: [] };
    } finally {
      removeFolder(root);
    }
  },
};

function copyOfSource(): string {
  const root = mkdtempSync(join(tmpdir(), 'hall-defect-'));
  for (const part of ['src', 'db', 'content']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  for (const part of ['package.json', 'boundaries.mjs']) cpSync(join(ROOT, part), join(root, part));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function plant(root: string): void {
  const source = readFileSync(join(root, FILE), 'utf8');
  if (source.split(SOUND).length !== 2) throw new Error(`${FILE} has changed; the defect has to be planted anew`);
  writeFileSync(join(root, FILE), source.replace(SOUND, DEFECT));
}
