import type { Language } from '../../platform/i18n/language.ts';

const de = {
  title: 'Test-Anmeldung',
  invented: 'Alle Personen sind erfunden. Diese Seite gibt es nur in der Entwicklung.',
  choosePerson: 'Wer sind Sie?',
  chooseStaff: 'Mit welchem Arbeitskonto melden Sie sich an?',
  cancel: 'Abbrechen',
  age: (years: number) => `${years} Jahre`,
  level: { low: 'selbst registriert', substantial: 'geprüft', high: 'mit E-ID' },
  guardian: 'Beistand für eine Person',
  parent: (count: number) => (count === 1 ? 'ein Kind' : `${count} Kinder`),
  officer: 'zeichnet für eine Firma',
  child: 'minderjährig',
  foreign: 'ausländischer Pass',
  role: {
    caseworker: 'Sachbearbeitung',
    lead: 'Leitung',
    'read-only': 'nur lesen',
    clerk: 'Inhalte pflegen',
    auditor: 'Revision',
    operator: 'Betrieb',
  },
  platform: 'Betrieb der Plattform',
  gone: 'Diese Anmeldung ist abgelaufen. Bitte beginnen Sie auf dem Portal noch einmal.',
};
type Texts = typeof de;

const fr: Texts = {
  title: 'Connexion de test',
  invented: 'Toutes les personnes sont inventées. Cette page n’existe que pour le développement.',
  choosePerson: 'Qui êtes-vous ?',
  chooseStaff: 'Avec quel compte de travail vous connectez-vous ?',
  cancel: 'Annuler',
  age: (years) => `${years} ans`,
  level: { low: 'inscrit soi-même', substantial: 'vérifié', high: 'avec e-ID' },
  guardian: 'curatrice ou curateur d’une personne',
  parent: (count) => (count === 1 ? 'un enfant' : `${count} enfants`),
  officer: 'signe pour une entreprise',
  child: 'mineur',
  foreign: 'passeport étranger',
  role: {
    caseworker: 'traitement des dossiers',
    lead: 'direction',
    'read-only': 'lecture seule',
    clerk: 'contenus',
    auditor: 'révision',
    operator: 'exploitation',
  },
  platform: 'Exploitation de la plateforme',
  gone: 'Cette connexion a expiré. Veuillez recommencer sur le portail.',
};

const it: Texts = {
  title: 'Accesso di prova',
  invented: 'Tutte le persone sono inventate. Questa pagina esiste solo per lo sviluppo.',
  choosePerson: 'Chi è Lei?',
  chooseStaff: 'Con quale conto di lavoro vuole accedere?',
  cancel: 'Annulla',
  age: (years) => `${years} anni`,
  level: { low: 'registrato da sé', substantial: 'verificato', high: 'con e-ID' },
  guardian: 'curatrice o curatore di una persona',
  parent: (count) => (count === 1 ? 'un figlio' : `${count} figli`),
  officer: 'firma per un’impresa',
  child: 'minorenne',
  foreign: 'passaporto straniero',
  role: {
    caseworker: 'trattamento dei casi',
    lead: 'direzione',
    'read-only': 'sola lettura',
    clerk: 'contenuti',
    auditor: 'revisione',
    operator: 'esercizio',
  },
  platform: 'Esercizio della piattaforma',
  gone: 'Questo accesso è scaduto. Ricominci dal portale.',
};

const en: Texts = {
  title: 'Test sign-in',
  invented: 'All people are invented. This page exists in development only.',
  choosePerson: 'Who are you?',
  chooseStaff: 'Which work account do you sign in with?',
  cancel: 'Cancel',
  age: (years) => `${years} years old`,
  level: { low: 'registered themselves', substantial: 'verified', high: 'with e-ID' },
  guardian: 'guardian of one person',
  parent: (count) => (count === 1 ? 'one child' : `${count} children`),
  officer: 'signs for a company',
  child: 'minor',
  foreign: 'foreign passport',
  role: {
    caseworker: 'handles cases',
    lead: 'leads',
    'read-only': 'reads only',
    clerk: 'edits content',
    auditor: 'audits',
    operator: 'operates',
  },
  platform: 'Operation of the platform',
  gone: 'This sign-in has expired. Please begin again on the portal.',
};

export const texts: Record<Language, Texts> = { de, fr, it, en };
export type SandboxTexts = Texts;
