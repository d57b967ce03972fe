import type { CustomFetch } from 'openid-client';

const MOST_BYTES = 512 * 1024;

/** `fetch` that follows nothing and reads at most 512 KiB: a provider's answer is small, or it is not read. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new TypeError('the answer is too large');
    chunks.push(chunk);
  }
  const body = [204, 205, 304].includes(response.status) ? null : Buffer.concat(chunks);
  return new Response(body, { status: response.status, headers: response.headers });
};
