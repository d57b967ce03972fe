import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { codeFor, confirmCode, keepCode, takeTry } from './email-code-store.ts';
import { emailCodeTexts } from './email-code-texts.ts';

/** How a code reaches an address; the mail is sent once the transaction is committed. */
export type SendMail = (
  tx: Tx,
  mail: { to: string; subject: string; text: string; language: Language },
) => Promise<void>;

export interface EmailCodes {
  /** 32 bytes; keys the hashes, so that a copy of the table gives away neither codes nor addresses. */
  key: Buffer;
  sendMail: SendMail;
}

/** What the code is for: whose it is (the id of the draft, case or account that the transaction runs for), and why. */
export interface CodeSubject {
  id: string;
  /** E.g. `application`, `sign-in`. */
  purpose: string;
}

const VALID_MINUTES = 15;
const DIGITS = 8;

/**
 * Sends a fresh code to `address`. Answers the same whether the address is known to anybody or not. At most five
 * codes in fifteen minutes for one subject.
 */
export async function requestEmailCode(
  tx: Tx,
  codes: EmailCodes,
  subject: CodeSubject,
  ask: { address: string; portalName: string; language: Language; at: Temporal.Instant },
): Promise<'sent' | 'too-many'> {
  const address = normalAddress(ask.address);
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const kept = await keepCode(tx, subject, {
    addressHash: hash(codes.key, `address\n${address}`),
    codeHash: hash(codes.key, `code\n${subject.id}\n${subject.purpose}\n${code}`),
    at: ask.at,
    windowBegan: ask.at.subtract({ minutes: VALID_MINUTES }),
    expires: ask.at.add({ minutes: VALID_MINUTES }),
  });
  if (!kept) return 'too-many';
  const texts = emailCodeTexts[ask.language];
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  await codes.sendMail(tx, {
    to: address,
    subject: texts.subject(ask.portalName),
    text: texts.text(spaced, VALID_MINUTES, ask.portalName),
    language: ask.language,
  });
  return 'sent';
}

/**
 * Takes one of at most ten tries in fifteen minutes. The transaction must be committed whatever comes out, or the try
 * would not count.
 */
export async function confirmEmailCode(
  tx: Tx,
  key: Buffer,
  subject: CodeSubject,
  typed: string,
  at: Temporal.Instant,
): Promise<'confirmed' | 'wrong' | 'too-many-or-late'> {
  const expected = await takeTry(tx, subject, at);
  if (!expected) return 'too-many-or-late';
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!timingSafeEqual(expected, hash(key, `code\n${subject.id}\n${subject.purpose}\n${code}`))) return 'wrong';
  await confirmCode(tx, subject, at);
  return 'confirmed';
}

/** True when `address` was confirmed for this subject; a changed address is not. */
export async function isEmailConfirmed(tx: Tx, key: Buffer, subject: CodeSubject, address: string): Promise<boolean> {
  const kept = await codeFor(tx, subject);
  if (!kept?.confirmed_at) return false;
  return timingSafeEqual(kept.address_hash, hash(key, `address\n${normalAddress(address)}`));
}

/** Upper and lower case are the same mailbox everywhere that matters; a mistyped space is not part of an address. */
const normalAddress = (address: string): string => address.trim().normalize('NFC').toLowerCase();

const hash = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
