/** What a file is for: sent in by somebody, a letter of the authority, or the receipt of an application. */
export type FileKind = 'upload' | 'letter' | 'receipt';

/** `quarantined` until it was scanned: only what is `clean` is ever shown. */
export type FileState = 'quarantined' | 'clean' | 'refused';

/** A kept file as lists show it. The bytes lie on the disk, sealed. */
export interface StoredFile {
  id: string;
  kind: FileKind;
  /** The form's field that it answers. */
  field?: string;
  /** A safe name with the ending that belongs to the type. */
  name: string;
  /** By content, never by name: `application/pdf`. */
  type: string;
  sizeBytes: number;
  state: FileState;
  /** Why it was refused after scanning. */
  reason?: UploadRefusal;
  storedAt: Date;
}

/** Why an upload is not taken. The texts for people stand with the field that shows them (`uploadTexts`). */
export const UPLOAD_REFUSALS = [
  'too-large',
  'empty',
  'wrong-type',
  'damaged',
  'encrypted',
  'suspicious',
  'too-many',
  'closed',
  'infected',
] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

export type Received =
  | { kind: 'stored'; file: StoredFile }
  /** `isCutOff`: the stream was not read to its end; don't ask the request for its next part. */
  | { kind: 'refused'; reason: UploadRefusal; isCutOff: boolean };
