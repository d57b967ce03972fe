import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { shoot } from '../../../benchmarks/load.ts';
import { type StockedDraft, stockDrafts } from '../../start/draft-stock.ts';
import { type DrilledHall, openDrilledHall } from '../../start/drilled-hall.ts';
import { freshDataDir, removeFolder } from '../../start/whole-hall.ts';
import type { Drill } from '../drill.ts';
import { type Line, sendOne } from '../kills/ledger.ts';

const CLIENTS = 4;
const DOCUMENTS = 8;
const run = promisify(execFile);

/** A backup of the hall while people send applications, put back onto an empty machine: all that was acknowledged is there. */
export const backup: Drill = {
  name: 'backup',
  async run({ isReduced, say }) {
    const early = isReduced ? 40 : 200;
    const [folder, emptyDir] = [freshDataDir(), freshDataDir()];
    const drilled = await openDrilledHall();
    let restored: DrilledHall | undefined;
    try {
      const stock = await stockDrafts(drilled, early * 10);
      const before = await sendAll(drilled, stock.slice(0, early));
      const documents = await documentsOf(drilled, stock.slice(0, DOCUMENTS));
      let isOver = false;
      const sending = sendAll(drilled, stock.slice(early), () => isOver);
      await command(['backup', folder], drilled.hall.dataDir).finally(() => {
        isOver = true;
      });
      const meanwhile = await sending;
      await drilled.close();
      say(`a backup while ${meanwhile.length} were being sent, ${before.length} had been acknowledged before`);
      await command(['restore', folder], emptyDir);
      restored = await openDrilledHall({ dataDir: emptyDir });
      const { faults, opened } = await compare(restored, before, stock, documents);
      faults.push(...differingFiles(folder, emptyDir));
      const said = await command(['verify-audit'], emptyDir, restored.settings.databaseUrl);
      say(`verify-audit says: ${said.trim().split('\n').at(-1)}`);
      if (!/ 0 faults/.test(said)) faults.push(`the log is broken: ${said.slice(0, 300)}`);
      const floors = [
        { name: 'acknowledged before the backup', value: before.filter(isKept).length, least: early },
        { name: 'sent while it was made', value: meanwhile.filter(isKept).length, least: early / 4 },
        { name: 'cases opened again, with what was answered', value: opened, least: early },
        { name: 'documents compared', value: documents.size, least: DOCUMENTS },
      ];
      return { floors, faults };
    } finally {
      await restored?.close();
      await drilled.close();
      for (const each of [folder, emptyDir, drilled.hall.dataDir]) removeFolder(each);
    }
  },
};

const isKept = ({ isAcknowledged, number }: Line): boolean => isAcknowledged && number !== undefined;

/** Sends them all, or until somebody says that it is over. */
async function sendAll(
  { hall }: DrilledHall,
  drafts: readonly StockedDraft[],
  isOver: () => boolean = () => false,
): Promise<Line[]> {
  const lines: Line[] = [];
  let next = 0;
  const nobody = { sent: () => undefined, acknowledged: () => undefined };
  const client = async () => {
    for (let draft = drafts[next++]; draft && !isOver(); draft = drafts[next++])
      lines.push(await sendOne(hall.url, draft, nobody));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return lines;
}

/** As an operator types it. */
async function command(words: readonly string[], dataDir: string, databaseUrl?: string): Promise<string> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const environment = { ...inherited, DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  try {
    const { stdout } = await run(process.execPath, ['src/main.ts', ...words], { env: environment });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${words[0]} failed: ${stdout}\n${stderr}`);
  }
}

/** The receipts of some, as documents: address and hash. */
async function documentsOf({ hall }: DrilledHall, drafts: readonly StockedDraft[]): Promise<Map<StockedDraft, string>> {
  const agent = new Agent();
  const hashes = new Map<StockedDraft, string>();
  for (const draft of drafts) {
    const { status, body } = await shoot(agent, {
      url: `${hall.url}${draft.receipt}/document`,
      headers: { cookie: draft.cookie },
    });
    if (status === 200) hashes.set(draft, hashOf(body));
  }
  agent.destroy();
  return hashes;
}

async function compare(
  restored: DrilledHall,
  lines: readonly Line[],
  stock: readonly StockedDraft[],
  documents: ReadonlyMap<StockedDraft, string>,
): Promise<{ faults: string[]; opened: number }> {
  const { look, hall } = restored;
  const faults: string[] = [];
  let opened = 0;
  const agent = new Agent({ keepAlive: true });
  const byId = new Map(stock.map((draft) => [draft.id, draft]));
  const rows = await look<{ id: string; number: string; draft_id: string }>(
    'select id, number, draft_id from hall.case_record',
  );
  const cases = new Map(rows.map((row) => [row.draft_id, row]));
  for (const line of lines.filter(isKept)) {
    const kept = cases.get(line.draft);
    const draft = byId.get(line.draft);
    if (!kept || !draft || kept.number !== line.number) {
      faults.push(`${line.number} was acknowledged before the backup and is not there`);
      continue;
    }
    const root = draft.receipt.replace(/\/receipts\/.*$/, '');
    const page = await shoot(agent, {
      url: `${hall.url}${root}/account/cases/${kept.id}`,
      headers: { cookie: draft.cookie },
    });
    if (page.status === 200 && page.body.includes(kept.number)) opened++;
    else faults.push(`${line.number} does not open: ${page.status}`);
  }
  const again = await documentsOf(restored, [...documents.keys()]);
  for (const [draft, hash] of documents)
    if (again.get(draft) !== hash) faults.push(`the document of ${draft.id} is not the same`);
  agent.destroy();
  return { faults, opened };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of the backup lies in the restored hall with the same bytes. */
function differingFiles(folder: string, dataDir: string): string[] {
  const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return files.flatMap(({ name, parentPath }) => {
    const kept = readFileSync(join(parentPath, name));
    const put = readFileSync(join(dataDir, 'files', name.slice(-2), name));
    return kept.equals(put) ? [] : [`file ${name} is not the same`];
  });
}
