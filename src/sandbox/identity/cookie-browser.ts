/** As much of a browser as sign-in without scripts needs: cookies by origin, forms, no redirect followed unasked. */
export interface CookieBrowser {
  get(address: string): Promise<Response>;
  post(address: string, fields: Record<string, string>): Promise<Response>;
  /** Where `response` sends us, absolute. */
  locationOf(response: Response): string;
  cookiesOf(origin: string): Record<string, string>;
}

export function openBrowser(): CookieBrowser {
  const jars = new Map<string, Map<string, string>>();

  async function ask(address: string, request: RequestInit): Promise<Response> {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      ...request,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...request.headers },
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return Object.defineProperty(response, 'url', { value: address });
  }

  return {
    get: (address) => ask(address, {}),
    post: (address, fields) =>
      ask(address, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: new URL(address).origin } }),
    locationOf: (response) => new URL(response.headers.get('location') ?? '', response.url).href,
    cookiesOf: (origin) => Object.fromEntries(jars.get(origin) ?? []),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const cut = pair.indexOf('=');
  const name = pair.slice(0, cut).trim();
  const value = pair.slice(cut + 1).trim();
  const gone = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
  if (gone || value === '') jar.delete(name);
  else jar.set(name, value);
}
