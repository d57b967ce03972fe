/** `npm run db:new -- name-of-it`: an empty migration with the next number. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z-]+$/.test(name)) {
  console.error('usage: npm run db:new -- name-with-dashes');
  process.exit(2);
}
const folder = new URL('../../db/migrations/', import.meta.url).pathname;
const numbers = readdirSync(folder).map((file) => Number(file.slice(0, 4)));
const path = join(folder, `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}.do.${name}.sql`);
writeFileSync(path, '-- What this is for, and why it is so.\n\n', { flag: 'wx' });
console.log(`wrote ${path}`);
