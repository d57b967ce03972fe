/** German texts of the portal's frame, home, notices and error pages, written with ß. The other languages follow. */
export const de = {
  layout: {
    skip: 'Zum Inhalt springen',
    under: {
      ch: 'Kanton und Gemeinden unter einem Dach',
      de: 'Land, Kreise und Gemeinden unter einem Dach',
    },
    demonstration: 'Vorführung ohne Rechtswirkung',
    languages: 'Sprache',
    place: 'Ihre Gemeinde',
    choosePlace: 'Gemeinde wählen',
    change: 'ändern',
    menu: 'Menü',
    navigation: 'Hauptmenü',
    services: 'Leistungen',
    authorities: 'Behörden',
    status: 'Stand abfragen',
    account: 'Meine Geschäfte',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    breadcrumbs: 'Sie sind hier',
    notice: 'Hinweis zum Betrieb',
    about: 'Über dieses Portal',
    help: 'Hilfe',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    barrier: 'Barriere melden',
    contact: 'Kontakt',
    verify: 'Dokument prüfen',
    free: 'Freie Software unter der EUPL-1.2',
  },
  home: {
    title: 'Was möchten Sie erledigen?',
    lead: {
      ch: 'Kanton und Gemeinden an einem Ort – jederzeit, auch ohne Konto.',
      de: 'Land, Kreise und Gemeinden an einem Ort – jederzeit, auch ohne Konto.',
    },
    searchLabel: 'Leistung suchen',
    searchHint: 'Mit Ihren Worten, zum Beispiel „Umzug melden“',
    in: (place: string) => `in ${place}`,
    noPlace: 'Gemeinde wählen',
    search: 'Suchen',
    often: 'Oft gebraucht',
    situations: 'In welcher Lage sind Sie?',
    moreSituations: 'Weitere Lagen',
    companies: 'Für Unternehmen',
    more: 'Weitere Wege',
    all: 'Alle Leistungen von A bis Z',
    allText: 'Wenn Sie den Namen schon kennen',
    authorities: 'Behörden',
    authoritiesText: 'Wer zuständig ist, mit Adresse und Öffnungszeiten',
    status: 'Stand abfragen',
    statusText: 'Wie weit Ihr Anliegen ist: mit Nummer und Code, ohne Konto',
    verify: 'Dokument prüfen',
    verifyText: 'Ob eine Bestätigung echt ist und gilt',
  },
  feedback: {
    question: 'Haben Sie gefunden, was Sie brauchten?',
    yes: 'Ja',
    no: 'Nein',
    title: 'Rückmeldung',
    thanks: 'Danke, das hilft uns.',
    askMore: 'Möchten Sie uns noch etwas sagen?',
    label: 'Was hat gefehlt, oder was war schwierig?',
    hint: 'Bitte schreiben Sie keine Namen, Adressen oder Nummern: Wir lesen das, um die Seiten besser zu machen, und können hier nicht antworten.',
    send: 'Rückmeldung senden',
    sent: 'Danke für Ihre Rückmeldung',
    sentText: 'Sie ist angekommen. Wir lesen jede.',
    barrier:
      'Sie sind auf eine Barriere gestoßen? Sagen Sie uns, auf welcher Seite und womit. Brauchen Sie eine Antwort, schreiben Sie an die Kontaktadresse.',
    toContact: 'Zur Kontaktadresse',
    back: 'Zurück zur Seite',
    faultTitle: 'Bitte prüfen Sie Ihre Eingabe',
    empty: 'Schreiben Sie uns, was gefehlt hat.',
    tooLong: (most: number) => `Der Text ist zu lang: höchstens ${most} Zeichen.`,
  },
  pages: {
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    accessibility: 'Erklärung zur Barrierefreiheit',
    contact: 'Kontakt',
    missing: 'Dieser Text fehlt noch. Wer dieses Portal betreibt, ergänzt ihn hier.',
    example: 'Beispiel',
    email: 'E-Mail',
    phone: 'Telefon',
    address: 'Adresse',
    toFeedback: 'Rückmeldung geben',
  },
  portals: {
    title: 'Die Portale dieser Installation',
    text: 'Jedes Portal hat seine eigene Adresse, seine Behörden und seine Sprachen. In der Entwicklung stehen sie nebeneinander.',
    staff: 'Für Mitarbeitende',
    outbox: 'Gesendete E-Mails (nur in der Entwicklung)',
  },
  failures: {
    kept: 'Was Sie gerade gesendet haben, wurde nicht übernommen. Alles, was vorher gespeichert war, ist noch da.',
    toHome: 'Zur Startseite',
    back: 'Zurück',
    toSearch: 'Leistung suchen',
    toContact: 'Kontakt',
    code: (code: string) => `Fehlercode: ${code}`,
    wait: (seconds: number) =>
      seconds > 90
        ? `Versuchen Sie es in etwa ${Math.ceil(seconds / 60)} Minuten noch einmal.`
        : `Versuchen Sie es in etwa ${seconds} Sekunden noch einmal.`,
    'not-found': {
      title: 'Diese Seite gibt es nicht',
      what: 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen. Es kann auch sein, dass sie nur angemeldet zu sehen ist.',
      todo: 'Suchen Sie die Leistung, oder beginnen Sie auf der Startseite.',
    },
    'bad-request': {
      title: 'Das konnten wir nicht lesen',
      what: 'Die Anfrage Ihres Browsers war unvollständig oder enthielt Zeichen, die hier nicht vorgesehen sind.',
      todo: 'Gehen Sie einen Schritt zurück und versuchen Sie es noch einmal.',
    },
    'cross-site': {
      title: 'Das kam nicht von unserer Seite',
      what: 'Ihr Browser hat etwas gesendet, das nicht von diesem Portal stammt. Zu Ihrem Schutz haben wir es nicht angenommen.',
      todo: 'Öffnen Sie das Portal neu und senden Sie das Formular noch einmal.',
    },
    changed: {
      title: 'Inzwischen hat sich etwas geändert',
      what: 'Jemand anders, oder Sie in einem anderen Fenster, war schneller. Darum haben wir Ihren Schritt nicht ausgeführt.',
      todo: 'Laden Sie die Seite neu und sehen Sie nach, wie es jetzt steht.',
    },
    'too-large': {
      title: 'Das ist zu groß',
      what: 'Was Sie gesendet haben, ist größer, als diese Seite annimmt.',
      todo: 'Gehen Sie zurück und senden Sie weniger Text oder eine kleinere Datei.',
    },
    'unsupported-type': {
      title: 'Diese Art von Datei nehmen wir hier nicht an',
      what: 'Ihr Browser hat etwas in einem Format gesendet, das diese Seite nicht lesen kann.',
      todo: 'Benutzen Sie das Formular auf der Seite davor.',
    },
    'too-many': {
      title: 'Das waren zu viele Versuche',
      what: 'Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Anfragen. Um alle zu schützen, machen wir eine kurze Pause.',
      todo: '',
    },
    away: {
      title: 'Das geht gerade nicht',
      what: 'Ein Teil des Portals antwortet im Moment nicht. Das liegt nicht an Ihnen, und wir kümmern uns darum.',
      todo: 'Läuft eine Frist ab? Dann rufen Sie die zuständige Stelle an oder gehen Sie am Schalter vorbei.',
    },
    bug: {
      title: 'Da ist uns ein Fehler passiert',
      what: 'Das Portal konnte die Seite nicht zeigen. Der Fehler ist aufgezeichnet, ohne Angaben zu Ihrer Person.',
      todo: 'Versuchen Sie es noch einmal. Hilft das nicht, schreiben Sie uns.',
    },
  },
};

export type Texts = Widened<typeof de>;
/** The same shape with any text in it. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [K in keyof T]: Widened<T[K]> };
