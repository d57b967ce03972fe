import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { localeOf } from '../../../platform/i18n/language.ts';
import type { Box, Documents } from '../../documents/index.ts';
import { isEnough } from '../../identity/index.ts';
import { evaluateForm, type FormState, type Situation } from '../engine/index.ts';
import type { DraftContent, DraftRecord } from './draft.ts';
import { findDraft, saveDraft } from './draft-store.ts';
import { type FormVersion, formVersion } from './form-versions.ts';

/** A draft with its form, as it stands. */
export interface OpenDraft {
  record: DraftRecord;
  content: DraftContent;
  version: FormVersion;
  box: Box;
  files: Situation['files'];
}

/** Throws `not-found` when the principal has no such draft. `lock`: it is going to be changed. */
export async function openDraft(tx: Tx, documents: Documents, id: string, lock = false): Promise<OpenDraft> {
  const found = await findDraft(tx, id, lock);
  if (!found) throw notFound();
  const { record, sealed } = found;
  const version = await formVersion(tx, record.formVersionId);
  const box = await documents.openBox(tx, { draftId: id });
  const content = box.openJson(sealed, 'draft') as DraftContent;
  return { record, content, version, box, files: version.hasUploads ? await filesIn(tx, documents, id) : {} };
}

async function filesIn(tx: Tx, documents: Documents, draftId: string): Promise<Situation['files']> {
  const byField: Record<string, Situation['files'][string][number][]> = Object.create(null);
  for (const { id, field, name, sizeBytes, state } of await documents.filesOf(tx, { draftId })) {
    if (!field) continue;
    byField[field] ??= [];
    byField[field].push({ id, name, sizeBytes, state });
  }
  return byField;
}

/** The time zone decides which day it is. */
export interface At {
  now: Temporal.Instant;
  timeZone: string;
  country: 'ch' | 'de';
}

/** The form evaluated on what the draft holds. */
export function stateOf(draft: Pick<OpenDraft, 'record' | 'content' | 'version' | 'files'>, at: At): FormState {
  const { record, content, version, files } = draft;
  const isSure = isEnough(record.level, 'substantial');
  const { givenName, familyName, birthdate, email } = content.attributes;
  const isVerified = record.personId !== null && isSure && [givenName, familyName, birthdate].every(Boolean);
  const attributes = isVerified ? content.attributes : email && record.personId ? { email } : {};
  return evaluateForm(version.form, {
    entries: content.entries,
    files,
    attributes,
    outside: {
      portal: { key: record.portal, country: at.country },
      place: { key: record.place },
      visitor: { level: record.level, isSignedIn: record.personId !== null, isVerified },
    },
    setting: {
      language: record.language,
      locale: localeOf(record.language, at.country),
      country: at.country,
      today: at.now.toZonedDateTimeISO(at.timeZone).toPlainDate().toString(),
    },
  });
}

/** Seals and writes a changed draft; false when it was sent in the meantime. */
export async function keepDraft(tx: Tx, draft: OpenDraft, isChanged: boolean, at: Temporal.Instant): Promise<boolean> {
  const { record, content, box } = draft;
  return saveDraft(tx, { ...record, sealed: box.sealJson(content, 'draft'), isChanged, at });
}
