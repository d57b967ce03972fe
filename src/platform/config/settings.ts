import { HallFailure } from '../http/failure.ts';

/** What the operator can set, read once at start. See docs/operate/settings.md. */
export interface Settings {
  production: boolean;
  port: number;
  /** The second origin: uploads are shown from there. */
  uploadsPort: number;
  /** The sandbox identity provider, in development only. */
  sandboxPort: number;
  dataDir: string;
  databaseUrl: string;
  /** `https://…` in production; in development `http://127.0.0.1:PORT`. */
  publicOrigin: string;
  uploadsOrigin: string;
  contentDir: string;
  logLevel: string;
  smtpUrl?: string;
  /** Who mails come from: `Kanton Glarus <no-reply@portal.gl.ch>`. */
  mailFrom: string;
  clamdAddress?: string;
  /** Tenants' key file is never the development one in production. */
  keyDir: string;
  connections: number;
  /** Where to listen: loopback, since a proxy stands in front in production. */
  listenHost: string;
  /** How much wider than usual the limits by address are. */
  limitFactor: number;
  /** A file with identity providers, for portals that name none themselves. */
  providersFile?: string;
  /** Who shows it may read the metrics from elsewhere than this machine. */
  metricsToken?: string;
}

/**
 * Settings from `environment`. Throws `setting-invalid` with the name of the variable and what it should be.
 */
export function readSettings(environment: NodeJS.ProcessEnv, dataDir: string, databaseUrl: string): Settings {
  const production = environment.NODE_ENV === 'production';
  const port = portOf(environment, 'PORT', 8080);
  const uploadsPort = portOf(environment, 'UPLOADS_PORT', port + 1);
  const sandboxPort = portOf(environment, 'SANDBOX_PORT', port + 2);
  return {
    production,
    port,
    uploadsPort,
    sandboxPort,
    dataDir,
    databaseUrl,
    publicOrigin: environment.PUBLIC_ORIGIN ?? `http://127.0.0.1:${port}`,
    uploadsOrigin: environment.UPLOADS_ORIGIN ?? `http://127.0.0.1:${uploadsPort}`,
    contentDir: environment.CONTENT_DIR ?? new URL('../../../content/', import.meta.url).pathname,
    logLevel: environment.LOG_LEVEL ?? 'info',
    keyDir: environment.KEY_DIR ?? `${dataDir}/keys`,
    mailFrom: environment.MAIL_FROM ?? 'Schalterhalle <no-reply@localhost>',
    connections: numberOf(environment, 'DATABASE_CONNECTIONS', 12, 2, 200),
    listenHost: environment.LISTEN_HOST ?? '127.0.0.1',
    limitFactor: numberOf(environment, 'LIMIT_FACTOR', 1, 1, 1_000_000),
    ...(environment.OIDC_PROVIDERS && { providersFile: environment.OIDC_PROVIDERS }),
    ...(environment.METRICS_TOKEN && { metricsToken: environment.METRICS_TOKEN }),
    ...(environment.SMTP_URL && { smtpUrl: environment.SMTP_URL }),
    ...(environment.CLAMD_ADDRESS && { clamdAddress: environment.CLAMD_ADDRESS }),
  };
}

const portOf = (environment: NodeJS.ProcessEnv, name: string, otherwise: number) =>
  numberOf(environment, name, otherwise, 1, 65_535);

function numberOf(
  environment: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const given = environment[name];
  if (given === undefined || given === '') return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new HallFailure(
    'setting-invalid',
    500,
    `${name} is «${given}»; it must be a whole number from ${least} to ${most}`,
  );
}
