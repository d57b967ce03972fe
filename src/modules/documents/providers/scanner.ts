import type { Readable } from 'node:stream';

/** What a scanner says about the bytes of one file. */
export type Finding =
  | { kind: 'clean' }
  | { kind: 'infected'; name: string }
  /** It can never be looked into: too deep, too large when unpacked. */
  | { kind: 'unscannable'; why: string };

/** Looks for malware. Throws `ScannerAway` when it can't say: the file then stays in quarantine and is tried again. */
export interface Scanner {
  scan(bytes: Readable, sizeBytes: number): Promise<Finding>;
}
