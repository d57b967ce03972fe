import { Agent, request } from 'node:http';

export interface Shot {
  method?: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  tookMs: number;
}

/** One request over a connection that is kept. */
export function shoot(agent: Agent, { method = 'GET', url, headers, body }: Shot): Promise<Reply> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      agent,
      headers: { ...headers, ...(body && { 'content-length': Buffer.byteLength(body) }) },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          tookMs: performance.now() - startedAt,
        }),
      );
    });
    sent.end(body);
  });
}

/** `count` requests over `connections` kept connections; each answer must have a status below 400. */
export async function storm(
  shots: (index: number) => Shot,
  { count, connections }: { count: number; connections: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timesMs: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const reply = await shoot(agent, shots(next++));
      if (reply.status >= 400) throw new Error(`${reply.status} in a storm: ${reply.body.toString().slice(0, 200)}`);
      timesMs.push(reply.tookMs);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return timesMs;
}
