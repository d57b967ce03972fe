/**
 * Every URL of the product on one page. Portal paths are relative to the portal's root: `/gl` in development,
 * the portal's own host in production. `:lang` is one of the portal's languages. This file imports nothing.
 */
export const routes = {
  portal: {
    entry: '/',
    home: '/:lang',
    search: '/:lang/search',
    services: '/:lang/services',
    service: '/:lang/services/:service',
    situation: '/:lang/situations/:situation',
    authorities: '/:lang/authorities',
    authority: '/:lang/authorities/:authority',
    place: '/:lang/place',
    imprint: '/:lang/imprint',
    privacy: '/:lang/privacy',
    accessibility: '/:lang/accessibility',
    feedback: '/:lang/feedback',
    contact: '/:lang/contact',
    verify: '/:lang/verify',
    verifyCode: '/:lang/verify/:code',
    status: '/:lang/status',
    caseByNumber: '/:lang/status/:number',
    signIn: '/:lang/sign-in',
    signInStart: '/:lang/sign-in/:provider',
    signInReturn: '/sign-in/:provider/return',
    signOut: '/:lang/sign-out',
    session: '/:lang/session',
    apply: '/:lang/services/:service/apply',
    draft: '/:lang/drafts/:draft',
    draftPage: '/:lang/drafts/:draft/pages/:page',
    draftUpload: '/:lang/drafts/:draft/uploads/:field',
    draftSummary: '/:lang/drafts/:draft/summary',
    draftSend: '/:lang/drafts/:draft/send',
    draftDelete: '/:lang/drafts/:draft/delete',
    draftConfirm: '/:lang/drafts/:draft/confirm',
    draftResume: '/:lang/resume/:token',
    receipt: '/:lang/receipts/:draft',
    receiptDocument: '/:lang/receipts/:draft/document',
    account: '/:lang/account',
    accountCase: '/:lang/account/cases/:case',
    accountCaseAct: '/:lang/account/cases/:case/:act',
    accountDocument: '/:lang/account/documents/:document',
    mailbox: '/:lang/account/mailbox',
    message: '/:lang/account/mailbox/:message',
    lookedAt: '/:lang/account/looked-at',
  },
  workbench: {
    inbox: '/workbench/:lang',
    case: '/workbench/:lang/cases/:case',
    caseAct: '/workbench/:lang/cases/:case/:act',
    caseDocument: '/workbench/:lang/cases/:case/documents/:document',
    signIn: '/workbench/:lang/sign-in',
    signInReturn: '/workbench/sign-in/return',
    signOut: '/workbench/:lang/sign-out',
  },
  admin: {
    home: '/admin/:lang',
    authority: '/admin/:lang/authority',
    service: '/admin/:lang/services/:service',
    provenance: '/admin/:lang/services/:service/provenance',
    operator: '/admin/:lang/operator',
    notice: '/admin/:lang/operator/notice',
  },
  api: {
    search: '/api/v1/search',
    places: '/api/v1/places',
    service: '/api/v1/services/:key',
    form: '/api/v1/services/:key/form',
    openapi: '/api/v1/openapi.json',
  },
  platform: {
    portals: '/',
    health: '/healthz',
    ready: '/readyz',
    metrics: '/metrics',
    outbox: '/dev/outbox',
    sandbox: '/dev/oidc',
    assets: '/assets/:file',
  },
} as const;

type ParametersOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParametersOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** `path` with its parameters filled in and encoded, and `query` behind it (empty values left out). */
export function to<Path extends string>(
  path: Path,
  parameters: Record<ParametersOf<Path>, string>,
  query: Record<string, string | undefined> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent((parameters as Record<string, string>)[name] ?? ''),
  );
  const pairs = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  return pairs.length === 0 ? filled : `${filled}?${new URLSearchParams(pairs)}`;
}
