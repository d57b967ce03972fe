import pg from 'pg';

/** One connection for `work`, closed afterwards. A connection that breaks makes the query fail, never the program. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** True when the server at `url` takes a connection and a query. */
export const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

/** `url` with another database, and another user where one is given. Works for socket URLs and for TCP ones. */
export function urlOn(url: string, database: string, user?: string): string {
  const replaced = url.replace(/\/\/([^@/]*@)?([^/?]*)\/[^?]*/, (_, who: string | undefined, host: string) => {
    const login = user === undefined ? (who ?? '') : `${user}@`;
    return `//${login}${host}/${database}`;
  });
  return replaced;
}
