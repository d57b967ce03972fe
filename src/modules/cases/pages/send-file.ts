import type { Readable } from 'node:stream';
import type { Answer } from '../../../platform/http/answer.ts';

/** A document as a download: never shown inside the portal's own origin. */
export const sendFile = (file: { name: string; type: string; sizeBytes: number; bytes: Readable }): Answer => ({
  kind: 'bytes',
  status: 200,
  type: file.type,
  body: file.bytes,
  headers: {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-length': String(file.sizeBytes),
    'content-security-policy': "default-src 'none'; sandbox",
  },
});
