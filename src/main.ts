/**
 * The command line of the hall. Each command is a file in `commands/`; it is loaded only when it is asked for.
 */
import { enableCompileCache } from 'node:module';
import { HallFailure } from './platform/http/failure.ts';

enableCompileCache(process.env.NODE_COMPILE_CACHE);

const COMMANDS: Record<string, { says: string; load(): Promise<{ run(words: readonly string[]): Promise<void> }> }> = {
  start: {
    says: 'the database, the server and the worker; this is `npm start`',
    load: () => import('./commands/start.ts'),
  },
  serve: { says: 'answer requests (needs DATABASE_URL)', load: () => import('./commands/serve.ts') },
  work: { says: 'do the jobs (needs DATABASE_URL)', load: () => import('./commands/work.ts') },
  'content:check': { says: 'check everything in content/', load: () => import('./commands/content-check.ts') },
  'make-keys': {
    says: 'the keys that are missing in KEY_DIR, before the first start in production',
    load: () => import('./commands/make-keys.ts'),
  },
  'verify-audit': { says: 'check every chain of the log', load: () => import('./commands/verify-audit.ts') },
  backup: { says: 'write database, files and keys into a folder', load: () => import('./commands/backup.ts') },
  restore: { says: 'read them back onto an empty machine', load: () => import('./commands/restore.ts') },
};

const [name = 'start', ...words] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`unknown command «${name}»; there are:`);
  for (const [known, { says }] of Object.entries(COMMANDS)) console.error(`  ${known.padEnd(14)} ${says}`);
  process.exit(2);
}
try {
  await (await command.load()).run(words);
} catch (error) {
  console.error(error instanceof HallFailure ? `${error.code}: ${error.detail}` : error);
  process.exit(1);
}
