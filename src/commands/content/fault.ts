import type { FilePack, Json } from '../../modules/packs/index.ts';

/** One thing that is wrong, in words that say what to do. */
export interface Fault {
  /** Which piece of content: `service residence-certificate (portal:sl)`. */
  where: string;
  what: string;
}

export const whereOf = ({ kind, key, scope }: FilePack): string =>
  scope === 'federation' ? `${kind} ${key}` : `${kind} ${key} (${scope})`;

export type Node = { [key: string]: Json };

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
