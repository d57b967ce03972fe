import type { FastifyRequest } from 'fastify';
import type { Part } from '../../modules/identity/index.ts';

/** The parts of a multipart request, streamed in the order in which they come. */
export async function* partsOf(request: FastifyRequest): AsyncIterable<Part> {
  for await (const part of request.parts({ limits: { fileSize: Number.POSITIVE_INFINITY } })) {
    if (part.type === 'file')
      yield { kind: 'file', name: part.fieldname, fileName: part.filename ?? '', stream: part.file };
    else yield { kind: 'field', name: part.fieldname, value: String(part.value) };
  }
}
