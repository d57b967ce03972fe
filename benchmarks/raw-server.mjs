/** The raw counterpart: `node:http` and the same bytes, nothing else. Usage: raw-server.mjs <port> <file> <headers as JSON> */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file, headers] = process.argv.slice(2);
const bytes = readFileSync(file);
const head = { ...JSON.parse(headers), 'content-length': bytes.length };
createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(bytes);
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
