import type { Language } from '../../platform/i18n/language.ts';
import type { Text } from '../catalogue/index.ts';
import type { Sender } from '../documents/index.ts';
import type { Portal } from '../territory/index.ts';
import type { CaseRecord } from './case-record.ts';

/** What cases need to know of the world around them: all of it public, answered from memory. */
export interface Surroundings {
  portal(key: string): Portal;
  /** The portal's address as browsers see it, without a slash at its end: `https://my.gl.ch`. */
  addressOf(portal: Portal): string;
  /** What the service is called. */
  title(portal: string, service: string, language: Language): Text;
  /** An authority by its id, named in its own language. */
  authority(authorityId: string): { key: string; name: string } | undefined;
  /** What people can apply for online at a portal. */
  onlineServices(portal: string, language: Language): readonly { key: string; title: string }[];
  /** Who writes the letters of a case. */
  sender(record: CaseRecord): Sender;
  /** What can be done against a decision, as the content says it; paragraphs. */
  remedy(record: CaseRecord): readonly string[];
  /** The letter that grants what was asked for: a certificate, or a decision. */
  grantLetter(service: string): 'certificate' | 'decision';
  /** Where the office reads its mail. */
  officeEmail(record: CaseRecord): string | undefined;
}
