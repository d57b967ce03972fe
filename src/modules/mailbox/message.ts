/** One message of a case, as both sides see it. What was written is sealed under the key of the case. */
export interface Message {
  id: string;
  caseId: string;
  authorityId: string;
  personId: string | null;
  from: 'authority' | 'person';
  subject: string;
  body: string;
  fileIds: readonly string[];
  /** The authority has asked something. */
  wantsAnswer: boolean;
  writtenAt: Date;
  readAt: Date | null;
  answeredAt: Date | null;
}

export interface NewMessage {
  caseId: string;
  authorityId: string;
  /** Whose mailbox it lies in; null for who has no account and reads it with number and code. */
  personId: string | null;
  from: Message['from'];
  subject: string;
  body: string;
  fileIds: readonly string[];
  wantsAnswer: boolean;
}
