import type { FastifyRequest } from 'fastify';
import type { Part } from '../../modules/identity/index.ts';
import { HallFailure } from '../../platform/http/failure.ts';

/** The parts of a multipart request, streamed in the order in which they come. One that is none is a bad request. */
export async function* partsOf(request: FastifyRequest): AsyncIterable<Part> {
  try {
    for await (const part of request.parts({ limits: { fileSize: Number.POSITIVE_INFINITY } })) {
      if (part.type === 'file')
        yield { kind: 'file', name: part.fieldname, fileName: part.filename ?? '', stream: part.file };
      else yield { kind: 'field', name: part.fieldname, value: String(part.value) };
    }
  } catch (error) {
    // The framework's own refusals (too large, too many) know their status; the parser's do not.
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw new HallFailure('bad-request', 400, 'a multipart body that is none', error);
  }
}
