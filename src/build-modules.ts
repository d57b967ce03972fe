/**
 * The modules that `serve` and `work` both need, wired to each other: people ask for something here, and there it is
 * done. What only answers requests is wired in build.ts, what only works in build-work.ts.
 */
import type { Ground } from './build-ground.ts';
import { type Cases, createCases } from './modules/cases/index.ts';
import { createForms, type Forms } from './modules/forms/index.ts';
import { createIdentity, type Identity, type IdentityProvider } from './modules/identity/index.ts';
import { createMailbox, type Mailbox } from './modules/mailbox/index.ts';
import { chosenPlace, type Portal } from './modules/territory/index.ts';
import { caseSurroundings } from './sites/case-surroundings.ts';
import { rootOf } from './sites/root-of.ts';
import type { Snapshots } from './sites/snapshot.ts';

export interface Modules {
  identity: Identity;
  forms: Forms;
  mailbox: Mailbox;
  cases: Cases;
}

export function buildModules(
  ground: Ground,
  snapshots: Snapshots,
  ask: { byHost: boolean; providersOf(portal: Portal): readonly IdentityProvider[] },
): Modules {
  const { settings, database, clock, limiter, documents, sendMail } = ground;
  const snapshot = snapshots.current;
  const identity = createIdentity({
    sealer: ground.accounts,
    key: ground.secret('identity'),
    providersOf: ask.providersOf,
    limiter,
    sendMail,
  });
  const addressOf = (portal: Portal): string => {
    const { root, host } = rootOf(portal, ask.byHost);
    return (host ? `https://${host}` : settings.publicOrigin) + root;
  };
  const cases: Cases = createCases({
    documents,
    mailbox: () => mailbox,
    limiter,
    key: ground.secret('cases'),
    surroundings: caseSurroundings(snapshot, addressOf),
    sendMail,
    profileOf: identity.profileOf,
  });
  const mailbox: Mailbox = createMailbox({
    documents,
    database,
    clock,
    limiter,
    sendMail,
    authorityOf(id) {
      const authority = snapshot().territory.byId(id);
      return authority && { key: authority.key, name: authority.name };
    },
    noticeAddressOf: cases.noticeAddressOf,
    levelOf: cases.levelOf,
    onAnswer: cases.onAnswer,
  });
  const forms = createForms({
    snapshot,
    placeOf: (visit) => chosenPlace(visit, snapshot().territory),
    documents,
    identity,
    limiter,
    sendMail,
    addressOf,
    sourceName: (visit, source) => {
      const name = ask.providersOf(visit.portal).find(({ key }) => key === source)?.name;
      return name?.[visit.language] ?? name?.de ?? source;
    },
  });
  return { identity, forms, mailbox, cases };
}
