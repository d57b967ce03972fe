import type { UploadRefusal } from '../../../documents/index.ts';

export const de = {
  title: 'Ihr Postfach',
  intro: 'Hier finden Sie die Nachrichten der Ämter und können ihre Fragen beantworten.',
  filters: 'Nachrichten auswählen',
  shown: { all: 'Alle', unread: 'Ungelesen', 'to-answer': 'Zu beantworten' },
  none: {
    all: 'Sie haben noch keine Nachrichten. Sobald ein Amt Ihnen schreibt, finden Sie es hier.',
    unread: 'Sie haben alles gelesen.',
    'to-answer': 'Im Moment wartet niemand auf eine Antwort von Ihnen.',
  },
  unread: 'Neu',
  toAnswer: 'Antwort nötig',
  answered: 'Beantwortet',
  from: 'Von',
  at: 'Geschrieben',
  previous: 'Zu den neuesten',
  next: 'Ältere Nachrichten',
  pages: 'Weitere Nachrichten',
  back: 'Zum Postfach',
  toCase: 'Zum Antrag',
  documents: 'Dokumente',
  checking: 'wird geprüft',
  refusedFile: 'nicht angenommen',
  answerTitle: 'Ihre Antwort',
  answerLabel: 'Nachricht',
  answerHint: 'Schreiben Sie in Ihren eigenen Worten. Das Amt liest Ihre Antwort beim Antrag.',
  filesLabel: 'Dateien beilegen',
  filesHint: 'PDF, JPEG, PNG, Word (DOCX), OpenDocument (ODT) oder Text, je höchstens 20 MB.',
  attached: 'Beigelegt',
  remove: (name: string) => `${name} entfernen`,
  attach: 'Dateien hochladen',
  send: 'Antwort senden',
  sentTitle: 'Ihre Antwort ist angekommen',
  sent: (time: string) => `Sie haben am ${time} geantwortet. Das Amt meldet sich, wenn es noch etwas braucht.`,
  wrong: 'Bitte prüfen Sie Ihre Antwort',
  empty: 'Schreiben Sie etwas oder legen Sie eine Datei bei.',
  tooLong: 'Ihr Text ist zu lang. Höchstens 10 000 Zeichen haben Platz.',
  upload: {
    'too-large': 'Die Datei ist zu groß. Höchstens 20 MB sind möglich.',
    empty: 'Die Datei ist leer.',
    'wrong-type': 'Diese Art von Datei nehmen wir nicht an. Möglich sind PDF, JPEG, PNG, DOCX, ODT und Text.',
    damaged:
      'Die Datei ist beschädigt. Öffnen Sie sie bei sich, speichern Sie sie neu und versuchen Sie es noch einmal.',
    encrypted: 'Die Datei ist mit einem Passwort geschützt. Entfernen Sie den Schutz und versuchen Sie es noch einmal.',
    suspicious:
      'Diese Datei nehmen wir aus Sicherheitsgründen nicht an. Speichern Sie sie als PDF und versuchen Sie es noch einmal.',
    'too-many': 'Es sind schon zu viele Dateien da. Entfernen Sie zuerst eine.',
    closed: 'Hier können Sie keine Dateien mehr beilegen.',
    infected: 'In der Datei wurde Schadsoftware gefunden. Sie wurde gelöscht.',
  } satisfies Record<UploadRefusal, string> as Record<UploadRefusal, string>,
};

export type Texts = Widened<typeof de>;
/** The same shape with any text in it. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [K in keyof T]: Widened<T[K]> };
