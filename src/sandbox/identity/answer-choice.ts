import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider/lib/provider.js';
import { isLanguage, type Language } from '../../platform/i18n/language.ts';
import { seededPeople, seededStaff } from '../world.ts';
import { choicePage, gonePage, LOOK } from './choice-page.ts';
import { ACR_PREFIX, CLIENTS } from './settings.ts';
import type { SandboxOptions } from './start-identity-provider.ts';

const MOST_BYTES = 1024;

/** Answers the pages of the sandbox itself; false leaves the request to the protocol. */
export async function answerChoice(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  options: SandboxOptions,
): Promise<boolean> {
  secure(response, options.portalOrigins);
  if (request.url === '/look.css') {
    send(response, 200, 'text/css', LOOK);
    return true;
  }
  if (!request.url?.startsWith('/people/')) return false;
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!interaction || request.url !== `/people/${interaction.uid}`) {
    send(response, 410, 'text/html', gonePage(languageOf(interaction?.params.ui_locales)).text);
    return true;
  }
  const kind = CLIENTS.find(({ id }) => id === interaction.params.client_id)?.kind ?? 'people';
  if (request.method === 'POST') {
    const result = resultOf(kind, new URLSearchParams(await bodyOf(request)).get('person') ?? '');
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return true;
  }
  const today = options.clock.now().toZonedDateTimeISO('Europe/Zurich').toPlainDate();
  const language = languageOf(interaction.params.ui_locales);
  send(response, 200, 'text/html', choicePage(kind, language, request.url, today).text);
  return true;
}

function resultOf(kind: 'people' | 'staff', key: string): Record<string, unknown> {
  const person = kind === 'people' ? seededPeople.find((each) => each.key === key && each.acr) : undefined;
  const member = kind === 'staff' ? seededStaff.find((each) => each.key === key) : undefined;
  if (person) return { login: { accountId: key, acr: `${ACR_PREFIX}${person.acr}`, amr: ['sandbox'] } };
  if (member) return { login: { accountId: key, acr: `${ACR_PREFIX}400`, amr: ['sandbox'] } };
  return { error: 'access_denied', error_description: 'cancelled' };
}

/** Forms may go back to the portals: browsers apply `form-action` to the redirects after a form too. */
function secure(response: ServerResponse, portalOrigins: readonly string[]): void {
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action 'self' ${portalOrigins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > MOST_BYTES) break;
  }
  return body;
}

function languageOf(uiLocales: string | undefined): Language {
  for (const locale of (uiLocales ?? '').split(' ')) {
    const language = locale.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'de';
}
