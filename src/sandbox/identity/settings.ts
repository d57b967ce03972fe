import type { ProviderSettings } from '../../modules/identity/index.ts';

/** As AGOV names its classes. */
export const ACR_PREFIX = 'urn:qa.agov.ch:names:tc:ac:classes:';

/** Two clients, since citizens' and staff's sign-in are different providers in the real world too. */
export const CLIENTS = [
  { id: 'schalterhalle', secret: 'sandbox-people', kind: 'people' },
  { id: 'schalterhalle-workbench', secret: 'sandbox-staff', kind: 'staff' },
] as const;

/** The development default of `providers:` in portal.yaml: the sandbox at `issuer`, for people and for staff. */
export function sandboxProviders(issuer: string): ProviderSettings[] {
  const [people, staff] = CLIENTS;
  return [
    {
      key: 'sandbox',
      for: 'people',
      issuer,
      clientId: people.id,
      clientSecret: people.secret,
      scope: 'openid profile email address identity',
      signingAlgorithm: 'ES256',
      recommended: true,
      name: { de: 'Test-Anmeldung', fr: 'Connexion de test', it: 'Accesso di prova', en: 'Test sign-in' },
      assurance: {
        [`${ACR_PREFIX}100`]: 'low',
        [`${ACR_PREFIX}200`]: 'low',
        [`${ACR_PREFIX}300`]: 'low',
        [`${ACR_PREFIX}400`]: 'substantial',
        [`${ACR_PREFIX}500`]: 'high',
        [`${ACR_PREFIX}600`]: 'high',
      },
    },
    {
      key: 'sandbox-staff',
      for: 'staff',
      issuer,
      clientId: staff.id,
      clientSecret: staff.secret,
      scope: 'openid profile email staff',
      signingAlgorithm: 'ES256',
      recommended: true,
      name: {
        de: 'Arbeitskonto (Test)',
        fr: 'Compte de travail (test)',
        it: 'Conto di lavoro (prova)',
        en: 'Work account (test)',
      },
      assurance: { [`${ACR_PREFIX}400`]: 'substantial' },
      staffOf: ['*'],
      operators: true,
    },
  ];
}
