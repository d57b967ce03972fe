import type { Language } from '../../platform/i18n/language.ts';
import type { Provenance } from '../packs/index.ts';
import type { Authority, Competence, Municipality, Office } from '../territory/index.ts';
import type { Service, Text } from './service.ts';

/** Where a legal value comes from: a source, or our own example. One of both always holds for described services. */
export interface Origin {
  isExample: boolean;
  source?: string;
}

export type Fee =
  | ({ kind: 'amount'; amountCents: number; currency: 'CHF' | 'EUR' } & Origin)
  | ({ kind: 'none' } & Origin)
  /** It depends: `texts.fee` says on what. */
  | ({ kind: 'text' } & Origin);

export type Channel = 'online' | 'counter' | 'post' | 'phone' | 'email';

export interface LegalBasis extends Origin {
  name: string;
  url?: string;
}

/** What is written about a service, each text with the language it is in. */
export interface ServiceTexts {
  title: Text;
  summary?: Text;
  what?: Text;
  forWhom?: Text;
  needs: readonly Text[];
  steps: readonly { title: Text; text?: Text }[];
  fee?: Text;
  duration?: Text;
  deadline?: Text;
  remedy?: Text;
  notes?: Text;
}

/** A service as it is for somebody at a place: federation, portal and authority merged. Without a place: as on the portal. */
export interface ServiceAt {
  service: Service;
  municipality?: Municipality;
  /** Who answers; undefined until a place is chosen, unless one authority answers for the whole portal. */
  competence?: Competence;
  /** The authority of `competence` when it is responsible. */
  authority?: Authority;
  office?: Office;
  /** A form exists, and the authority takes applications online. Without a place: some authority of the portal does. */
  isOnline: boolean;
  channels: readonly Channel[];
  fee?: Fee;
  workingDays?: number;
  /** Where `workingDays` comes from. */
  durationOrigin: Origin;
  /** Without `days` it is a date or depends: `texts.deadline` says when. */
  deadline?: { days?: number } & Origin;
  legalBasis: readonly LegalBasis[];
  related: readonly string[];
  /** Number of the version by scope, to be pinned: `{ federation: 3, 'authority:ch-1630': 2 }`. */
  versions: Record<string, number>;
  /** By path of a value: `fee`, `texts.de.title`. */
  provenance: ReadonlyMap<string, Provenance>;
  texts(language: Language): ServiceTexts;
}
