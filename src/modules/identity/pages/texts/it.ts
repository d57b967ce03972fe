import type { Texts } from './de.ts';

export const it: Texts = {
  signIn: {
    title: 'Accedere',
    intro: 'Acceda con un conto che ha già. Questo portale non ha una password propria.',
    levels: {
      none: '',
      low: 'Per questo passo dobbiamo sapere che è di nuovo Lei.',
      substantial: 'Per questo passo dobbiamo sapere con certezza chi è. La Sua identità deve essere verificata.',
      high: 'Per questo passo dobbiamo sapere con grande certezza chi è. Le serve l’e-ID o una prova altrettanto sicura.',
    },
    recommended: 'Consigliato',
    continueWith: (name) => `Continuare con ${name}`,
    others: 'Altri modi',
    none: 'Al momento qui non si può accedere. Può sbrigare la Sua pratica allo sportello, per posta o per telefono.',
    without: 'Senza accesso',
    withoutText: 'Molte prestazioni non richiedono l’accesso. Le trova tra le prestazioni.',
    toServices: 'Alle prestazioni',
    helpTitle: 'Aiuto per l’accesso',
    help: [
      {
        question: 'Non ho ancora un conto',
        answer: 'Scelga un modo qui sopra. Nella pagina seguente può aprire un conto. Poi ritorna qui.',
      },
      {
        question: 'Non ha funzionato',
        answer:
          'Ricominci. Prima chiuda le altre finestre in cui voleva accedere. Se non funziona ancora, il Suo Comune La aiuta per telefono o allo sportello.',
      },
      {
        question: 'Uso un computer che non è mio',
        answer: 'Alla fine esca. La persona seguente non vedrà nulla di Lei.',
      },
      {
        question: 'Aiuto qualcuno',
        answer: 'Lasci che la persona acceda da sé. Non inserisca i dati di accesso di altri.',
      },
    ],
  },
  workbench: {
    title: 'Accesso per il personale',
    intro: 'Acceda con il conto di lavoro della Sua amministrazione. Per le Sue pratiche private usi il portale.',
    toPortal: 'Al portale',
  },
  refused: {
    title: 'L’accesso non è riuscito',
    again: 'Accedere di nuovo',
    cancelled: 'Ha interrotto l’accesso. Non è successo nulla.',
    'wrong-answer':
      'La risposta del servizio di accesso non era corretta. Per proteggerLa non l’abbiamo accettata. Ricominci, per favore.',
    'level-unknown':
      'Il servizio di accesso non ha detto quanto è sicuro il Suo accesso. Perciò non possiamo accettarlo.',
    'level-too-low':
      'Il Suo accesso è corretto, ma per questo passo la Sua identità deve essere verificata meglio. Può farlo presso il Suo servizio di accesso.',
    'not-staff':
      'Il Suo conto non è registrato qui come conto di lavoro. Si rivolga a chi gestisce i conti nella Sua amministrazione.',
    stale: 'Questo accesso non appartiene a questo browser, oppure è troppo vecchio. Ricominci, per favore.',
    away: 'Il servizio di accesso al momento non risponde. Non dipende da Lei. Riprovi tra qualche minuto.',
    awayTitle: 'Al momento non si può accedere',
    otherWays: 'È urgente o scade un termine? Chiami l’ufficio competente o passi allo sportello.',
  },
  signOut: {
    title: 'Uscire',
    question: 'Vuole uscire?',
    act: 'Uscire',
    doneTitle: 'È uscito',
    done: 'Su questo apparecchio non è salvato nulla di Lei. Su un computer che non è Suo, chiuda anche la finestra.',
    toStart: 'Alla pagina iniziale',
    stay: 'Restare collegato',
  },
  session: {
    title: 'La Sua sessione',
    signedInAs: (name) => `Ha effettuato l’accesso come ${name}.`,
    levels: {
      none: '',
      low: 'Sicurezza dell’accesso: bassa. Si è registrato da sé.',
      substantial: 'Sicurezza dell’accesso: sostanziale. La Sua identità è verificata.',
      high: 'Sicurezza dell’accesso: elevata.',
    },
    idle: (time, minutes) =>
      minutes === 1
        ? `Se non fa nulla, termina alle ${time}, tra un minuto.`
        : `Se non fa nulla, termina alle ${time}, tra ${minutes} minuti.`,
    end: (time) => `Al più tardi alle ${time} dovrà accedere di nuovo. Ciò che ha inserito resta salvato.`,
    extend: 'Continuare a lavorare',
  },
};
