import { createDocuments, type Documents, fileKeys, sealerOf } from './modules/documents/index.ts';
import { createLimiter, LIMITS, type Limiter, type Sealer, type SendMail } from './modules/identity/index.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { createLog, type Logger } from './platform/log/log.ts';
import { queueMail } from './platform/mail/index.ts';

/** What `serve` and `work` both stand on. */
export interface Ground {
  settings: Settings;
  log: Logger;
  clock: Clock;
  /** As `hall_app`: jobs do domain work under the context of what they were made for. */
  database: Database;
  limiter: Limiter;
  /** 32 bytes for one use; they outlive a restart. */
  secret(use: string): Buffer;
  /** Seals names and attributes of accounts. */
  accounts: Sealer;
  /** Seals mails that wait to be sent. */
  mails: Sealer;
  sendMail: SendMail;
  documents: Documents;
}

export function openGround(name: 'serve' | 'work', settings: Settings, clock: Clock = systemClock): Ground {
  const log = createLog(name, settings.logLevel);
  const database = openDatabase({
    url: settings.databaseUrl,
    role: 'hall_app',
    connections: settings.connections,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const ring = fileKeys({ keyDir: settings.keyDir, createMissing: !settings.production });
  const limiter = createLimiter(clock, widened(settings.limitFactor));
  const mails = sealerOf(ring.secret('mail'));
  const { dataDir, uploadsOrigin, contentDir } = settings;
  return {
    settings,
    log,
    clock,
    database,
    limiter,
    secret: (use) => ring.secret(use),
    accounts: sealerOf(ring.secret('accounts')),
    mails,
    sendMail: (tx, mail) => queueMail(tx, mails, mail),
    documents: createDocuments({ ring, dataDir, uploadsOrigin, contentDir, clock, limiter }),
  };
}

/** The limits, `factor` times as wide: for a town hall with one address for everybody, and for load tests. */
function widened(factor: number): typeof LIMITS {
  const rules = Object.entries(LIMITS).map(([limit, rule]) => [
    limit,
    { burst: rule.burst * factor, perMinute: rule.perMinute * factor },
  ]);
  return Object.fromEntries(rules) as typeof LIMITS;
}
