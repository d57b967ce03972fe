import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after, describe, test } from 'node:test';
import { childrenOf, postgresProcesses } from '../../benchmarks/processes.ts';
import { isAlive } from '../../src/platform/postgres/lock-file.ts';
import { freePort, freshDataDir, removeFolder, spawnHall, startWholeHall, type WholeHall } from './whole-hall.ts';

const dataDir = freshDataDir();
const halls: WholeHall[] = [];
const start = async () => {
  const hall = await startWholeHall({ dataDir });
  halls.push(hall);
  return hall;
};
after(async () => {
  for (const hall of halls) await hall.stop();
  removeFolder(dataDir);
});

const pidOf = (hall: WholeHall, name: string): number => {
  const found = childrenOf(hall.supervisor.pid ?? 0).find(({ command }) => command.endsWith(`main.ts ${name}`));
  assert.ok(found, `no process «${name}»`);
  return found.pid;
};
const until = async (what: string, isSo: () => boolean | Promise<boolean>) => {
  const late = Date.now() + 45_000;
  while (!(await isSo())) {
    if (Date.now() > late) assert.fail(`not within 45 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const answers = (hall: WholeHall, path = '/readyz') =>
  fetch(hall.url + path).then(
    (response) => response.ok,
    () => false,
  );
const endOf = (child: ReturnType<typeof spawnHall>) => {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  );
};

describe('npm start', () => {
  test('starts, prints each portal and one log-in per role, and is ready', async () => {
    const hall = await start();
    await until('the welcome is printed', () => /Ctrl-C/.test(hall.said()));
    for (const portal of ['gl', 'sg', 'zh', 'sl']) assert.match(hall.said(), new RegExp(`${hall.url}/${portal}/`));
    for (const role of ['person', 'caseworker', 'lead', 'read-only', 'clerk', 'auditor', 'operator'])
      assert.match(hall.said(), new RegExp(`\\b${role}\\b`));
    assert.ok(await answers(hall, '/healthz'));
    assert.ok(await answers(hall, '/gl/de'));
  });

  test('a second start on the same data is refused, with what to do, and the first goes on', async () => {
    const [hall] = halls as [WholeHall];
    const { code, said } = await endOf(spawnHall(dataDir, await freePort()));
    assert.equal(code, 1);
    assert.match(said, /already-running.*stop it first, or set another DATA_DIR and PORT/s);
    assert.ok(await answers(hall));
  });

  test('what dies is started again: the server, the worker, the database', async () => {
    const [hall] = halls as [WholeHall];
    for (const name of ['serve', 'work']) {
      const pid = pidOf(hall, name);
      process.kill(pid, 'SIGKILL');
      await until(`${name} has a successor`, () =>
        childrenOf(hall.supervisor.pid ?? 0).some(({ pid: next, command }) => next !== pid && command.endsWith(name)),
      );
    }
    for (const pid of postgresProcesses(hall.cluster)) process.kill(pid, 'SIGKILL');
    await until('it is ready again', () => answers(hall));
  });

  test('TERM ends all of it and leaves no process; started again it has the same data', async () => {
    const [hall] = halls as [WholeHall];
    const pids = childrenOf(hall.supervisor.pid ?? 0).map(({ pid }) => pid);
    assert.equal(await hall.stop(), 0);
    assert.deepEqual(pids.filter(isAlive), []);
    assert.deepEqual(postgresProcesses(hall.cluster), []);
    const again = await start();
    assert.ok(await answers(again, '/gl/de'));
    await again.stop('SIGINT');
    assert.deepEqual(postgresProcesses(again.cluster), []);
  });

  test('a start that fails says why and leaves no process', async () => {
    const { code, said } = await endOf(
      spawnHall(dataDir, await freePort(), { environment: { DATABASE_CONNECTIONS: 'many' } }),
    );
    assert.equal(code, 1);
    assert.match(said, /setting-invalid: DATABASE_CONNECTIONS is «many»/);
    assert.deepEqual(postgresProcesses((halls[0] as WholeHall).cluster), []);
  });

  test('a port that is taken is named, once', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      const { code, said } = await endOf(spawnHall(dataDir, port));
      assert.equal(code, 1);
      assert.match(said, new RegExp(`port-taken: something else listens on port ${port}; set another PORT`));
    } finally {
      other.close();
    }
  });

  test('TERM to npm reaches it too', async () => {
    const port = await freePort();
    const npm = spawn('npm', ['start'], {
      env: { ...process.env, NODE_ENV: '', DATA_DIR: dataDir, PORT: String(port) },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => npm.once('exit', resolve));
    await until('npm start is ready', () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        (response) => response.ok,
        () => false,
      ),
    );
    const pids = childrenOf(npm.pid ?? 0).map(({ pid }) => pid);
    assert.ok(pids.length >= 3);
    npm.kill('SIGTERM');
    await ended;
    await until('nothing is left', () => !pids.some(isAlive));
  });
});

describe('in production', () => {
  test('root, sandboxes and default keys are refused, each with what to set', async () => {
    const { code, said } = await endOf(
      spawnHall(dataDir, await freePort(), { environment: { NODE_ENV: 'production', SANDBOX: '1' } }),
    );
    assert.equal(code, 1);
    for (const name of [
      'PUBLIC_ORIGIN',
      'UPLOADS_ORIGIN',
      'KEY_DIR',
      'SANDBOX',
      'OIDC_PROVIDERS',
      'SMTP_URL',
      'CLAMD_ADDRESS',
    ])
      assert.match(said, new RegExp(name));
    if (process.getuid?.() === 0) assert.match(said, /runs as root/);
  });
});
