import pg from 'pg';
import { contextOf, type Principal } from './principal.ts';

/** A named prepared statement. `Row` is what one row looks like. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly __row?: Row;
}

/** `name` is unique in the product, e.g. `territory.municipalities-by-postcode`; `text` is plain SQL. */
export const statement = <Row = never>(name: string, text: string): Statement<Row> => ({ name, text });

/** One transaction, with its principal set. All SQL of a module goes through here. */
export interface Tx {
  readonly principal: Principal;
  many<Row>(statement: Statement<Row>, ...parameters: readonly unknown[]): Promise<Row[]>;
  one<Row>(statement: Statement<Row>, ...parameters: readonly unknown[]): Promise<Row | undefined>;
  /** The number of rows that were written. */
  run(statement: Statement<never>, ...parameters: readonly unknown[]): Promise<number>;
}

export interface Database {
  /** Runs `work` in one transaction under `principal`: committed when it returns, rolled back when it throws. */
  transaction<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** True when the database answers within `timeoutMs`. */
  answers(timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A libpq URL, or one with `host=` a socket directory. */
  url: string;
  /** Who the transactions run as: `hall_app`, `hall_worker` or `hall_owner` (see db/migrations/0001). */
  role: 'hall_app' | 'hall_worker' | 'hall_owner';
  connections: number;
  onConnectionError(error: Error): void;
}

/** Opens a pool whose connections take on `role` before anything else. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: 5_000,
    // Plans belong to a connection, and those under row-level security are dear: they are made once, and kept.
    idleTimeoutMillis: 600_000,
    options: `-c role=${options.role} -c plan_cache_mode=force_generic_plan -c statement_timeout=15000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC`,
  });
  pool.on('error', options.onConnectionError);

  return {
    async transaction(principal, work) {
      const client = await pool.connect();
      client.on('error', options.onConnectionError);
      let broken: Error | undefined;
      try {
        await client.query(beginAs(principal));
        const result = await work(txOf(client, principal));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.off('error', options.onConnectionError);
        client.release(broken);
      }
    },
    async answers(timeoutMs) {
      const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), timeoutMs).unref());
      const asked = pool.query('select 1').then(
        () => true,
        () => false,
      );
      return Promise.race([asked, late]);
    },
    close: () => pool.end(),
  };
}

/** Begins and sets the context in one go: a setting that is not named has no value in a fresh transaction. */
const beginAs = (principal: Principal): string =>
  [
    'begin',
    ...contextOf(principal).map(([name, value]) => `set local hall."${name}" = ${pg.escapeLiteral(value)}`),
  ].join('; ');

function query<Row>(client: pg.PoolClient, { name, text }: Statement<Row>, values: readonly unknown[]) {
  return client.query({ name, text, values: values as unknown[] });
}

function txOf(client: pg.PoolClient, principal: Principal): Tx {
  return {
    principal,
    many: async (asked, ...values) => (await query(client, asked, values)).rows,
    one: async (asked, ...values) => (await query(client, asked, values)).rows[0],
    run: async (asked, ...values) => (await query(client, asked, values)).rowCount ?? 0,
  };
}
