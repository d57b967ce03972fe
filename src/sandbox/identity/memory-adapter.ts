type Payload = Record<string, unknown> & { grantId?: string; uid?: string; consumed?: number };

interface Kept {
  payload: Payload;
  untilMs: number;
}

const MOST_ENTRIES = 5_000;

/**
 * Where the sandbox provider keeps its sessions, codes and tokens: in memory, bounded, gone with the process.
 * Returns the adapter class that `oidc-provider` asks for, over a store of its own.
 */
export function memoryAdapter() {
  const store = new Map<string, Kept>();
  return class MemoryAdapter {
    readonly model: string;
    constructor(model: string) {
      this.model = model;
    }
    async upsert(id: string, payload: Payload, expiresInSeconds?: number): Promise<void> {
      store.delete(`${this.model}:${id}`);
      store.set(`${this.model}:${id}`, { payload, untilMs: Date.now() + (expiresInSeconds ?? 3600) * 1000 });
      for (const oldest of store.keys()) {
        if (store.size <= MOST_ENTRIES) break;
        store.delete(oldest);
      }
    }
    async find(id: string): Promise<Payload | undefined> {
      const kept = store.get(`${this.model}:${id}`);
      return kept && kept.untilMs > Date.now() ? kept.payload : undefined;
    }
    async findByUid(uid: string): Promise<Payload | undefined> {
      for (const [key, { payload }] of store)
        if (key.startsWith(`${this.model}:`) && payload.uid === uid) return payload;
      return undefined;
    }
    async findByUserCode(): Promise<undefined> {
      return undefined;
    }
    async consume(id: string): Promise<void> {
      const kept = store.get(`${this.model}:${id}`);
      if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string): Promise<void> {
      store.delete(`${this.model}:${id}`);
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of store) if (payload.grantId === grantId) store.delete(key);
    }
  };
}
