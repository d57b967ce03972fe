export const de = {
  signIn: {
    title: 'Anmelden',
    intro:
      'Sie melden sich mit einem Konto an, das Sie schon haben. Ein eigenes Passwort für dieses Portal gibt es nicht.',
    levels: {
      none: '',
      low: 'Für diesen Schritt müssen wir wissen, dass Sie es wieder sind.',
      substantial: 'Für diesen Schritt müssen wir sicher wissen, wer Sie sind. Ihre Identität muss geprüft sein.',
      high: 'Für diesen Schritt müssen wir ganz sicher wissen, wer Sie sind. Sie brauchen die E-ID oder einen gleich sicheren Nachweis.',
    },
    recommended: 'Empfohlen',
    continueWith: (name: string) => `Weiter mit ${name}`,
    others: 'Andere Wege',
    none: 'Im Moment gibt es hier keine Anmeldung. Sie können Ihr Anliegen am Schalter, per Post oder am Telefon erledigen.',
    without: 'Ohne Anmeldung',
    withoutText: 'Viele Dienste brauchen keine Anmeldung. Sie finden sie unter den Dienstleistungen.',
    toServices: 'Zu den Dienstleistungen',
    helpTitle: 'Hilfe beim Anmelden',
    help: [
      {
        question: 'Ich habe noch kein Konto',
        answer:
          'Wählen Sie oben einen Weg. Auf der nächsten Seite können Sie ein Konto eröffnen. Danach kommen Sie hierher zurück.',
      },
      {
        question: 'Es hat nicht geklappt',
        answer:
          'Beginnen Sie noch einmal. Schließen Sie vorher andere Fenster, in denen Sie sich anmelden wollten. Klappt es wieder nicht, hilft Ihnen Ihre Gemeinde am Telefon oder am Schalter.',
      },
      {
        question: 'Ich bin an einem fremden Computer',
        answer: 'Melden Sie sich am Schluss ab. Dann sieht die nächste Person nichts von Ihnen.',
      },
      {
        question: 'Ich helfe jemandem',
        answer: 'Lassen Sie die Person sich selbst anmelden. Geben Sie keine fremden Zugangsdaten ein.',
      },
    ],
  },
  workbench: {
    title: 'Anmelden für Mitarbeitende',
    intro: 'Melden Sie sich mit dem Arbeitskonto Ihrer Verwaltung an. Für eigene Anliegen benutzen Sie das Portal.',
    toPortal: 'Zum Portal',
  },
  refused: {
    title: 'Die Anmeldung hat nicht geklappt',
    again: 'Noch einmal anmelden',
    cancelled: 'Sie haben die Anmeldung abgebrochen. Es ist nichts geschehen.',
    'wrong-answer':
      'Die Antwort der Anmeldestelle war nicht in Ordnung. Zu Ihrem Schutz haben wir sie nicht angenommen. Bitte beginnen Sie noch einmal.',
    'level-unknown':
      'Die Anmeldestelle hat nicht gesagt, wie sicher Ihre Anmeldung ist. Darum können wir sie nicht annehmen.',
    'level-too-low':
      'Sie sind richtig angemeldet, aber für diesen Schritt muss Ihre Identität besser geprüft sein. Bei Ihrer Anmeldestelle können Sie das nachholen.',
    'not-staff':
      'Ihr Konto ist hier nicht als Arbeitskonto eingetragen. Fragen Sie die Person, die in Ihrer Verwaltung die Konten führt.',
    stale: 'Diese Anmeldung gehört nicht zu diesem Browser, oder sie ist zu alt. Bitte beginnen Sie noch einmal.',
    away: 'Die Anmeldestelle antwortet im Moment nicht. Das liegt nicht an Ihnen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    awayTitle: 'Anmelden geht gerade nicht',
    otherWays:
      'Eilt es, oder läuft eine Frist ab? Dann rufen Sie das zuständige Amt an oder gehen Sie am Schalter vorbei.',
  },
  signOut: {
    title: 'Abmelden',
    question: 'Möchten Sie sich abmelden?',
    act: 'Abmelden',
    doneTitle: 'Sie sind abgemeldet',
    done: 'Auf diesem Gerät ist nichts von Ihnen gespeichert. An einem fremden Computer schließen Sie noch das Fenster.',
    toStart: 'Zur Startseite',
    stay: 'Angemeldet bleiben',
  },
  session: {
    title: 'Ihre Sitzung',
    signedInAs: (name: string) => `Sie sind angemeldet als ${name}.`,
    levels: {
      none: '',
      low: 'Sicherheit der Anmeldung: niedrig. Sie haben sich selbst registriert.',
      substantial: 'Sicherheit der Anmeldung: substanziell. Ihre Identität ist geprüft.',
      high: 'Sicherheit der Anmeldung: hoch.',
    },
    idle: (time: string, minutes: number) =>
      minutes === 1
        ? `Tun Sie nichts, endet sie um ${time} Uhr, in einer Minute.`
        : `Tun Sie nichts, endet sie um ${time} Uhr, in ${minutes} Minuten.`,
    end: (time: string) =>
      `Spätestens um ${time} Uhr müssen Sie sich neu anmelden. Was Sie eingegeben haben, bleibt gespeichert.`,
    extend: 'Weiterarbeiten',
  },
};

export type Texts = Widened<typeof de>;
/** The same shape with any text in it. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [K in keyof T]: Widened<T[K]> };
