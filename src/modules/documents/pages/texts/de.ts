export const de = {
  title: 'Brief prüfen',
  intro: 'Haben Sie einen Brief oder eine Bestätigung von einer Behörde erhalten? Hier sehen Sie, ob sie echt ist.',
  codeLabel: 'Zeichen im Brief',
  codeHint: 'Sie stehen neben dem QR-Code: sieben Gruppen zu vier Zeichen. Groß oder klein spielt keine Rolle.',
  check: 'Prüfen',
  where: 'Ohne diese Zeichen sieht niemand, ob es einen Brief gibt und was in ihm steht.',
  wrong: 'Zu diesen Zeichen gibt es keinen Brief',
  wrongHint: 'Vergleichen Sie die Zeichen noch einmal mit dem Brief. Stimmen sie überein, ist der Brief nicht von uns.',
  genuine: 'Diesen Brief haben wir ausgestellt',
  compare: 'Vergleichen Sie: Steht in Ihrem Brief etwas anderes, ist er verändert worden und gilt nicht.',
  revoked: 'Dieser Brief gilt nicht mehr',
  revokedText: (date: string) => `Die Behörde hat ihn am ${date} widerrufen. Verwenden Sie ihn nicht mehr.`,
  kind: 'Art des Briefs',
  concerns: 'Betrifft',
  authority: 'Ausgestellt von',
  issuedOn: 'Ausgestellt am',
  number: 'Geschäftsnummer',
  fileTitle: 'Haben Sie den Brief als PDF?',
  fileText: 'Dann können wir prüfen, ob die Datei unverändert ist. Wir behalten sie nicht.',
  fileLabel: 'PDF-Datei',
  fileCheck: 'Datei prüfen',
  fileSame: 'Die Datei ist unverändert',
  fileSameText: 'Sie ist Zeichen für Zeichen die, die wir ausgestellt haben.',
  fileOther: 'Diese Datei ist nicht der Brief',
  fileOtherText: 'Sie ist verändert worden, oder es ist eine andere Datei. Verlassen Sie sich nicht auf sie.',
  another: 'Einen anderen Brief prüfen',
};

export type Texts = Widened<typeof de>;
/** The same shape with any text in it. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [K in keyof T]: Widened<T[K]> };
