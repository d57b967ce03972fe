import type { Language } from '../../platform/i18n/language.ts';

interface NoticeTexts {
  subject(portal: string): string;
  text(portal: string, href: string): string;
}

/** That there is something new, and nothing else: not what, not from whom, not in which matter. */
export const noticeTexts: Record<Language, NoticeTexts> = {
  de: {
    subject: (portal) => `Neue Nachricht auf ${portal}`,
    text: (portal, href) =>
      `Guten Tag\n\nSie haben auf ${portal} eine neue Nachricht. Worum es geht, steht aus Gründen des Datenschutzes nicht in dieser E-Mail.\n\nHier lesen Sie die Nachricht:\n${href}\n\nWir fragen nie per E-Mail nach Passwörtern oder Kontodaten. Auf diese E-Mail können Sie nicht antworten.\n`,
  },
  fr: {
    subject: (portal) => `Nouveau message sur ${portal}`,
    text: (portal, href) =>
      `Bonjour,\n\nVous avez un nouveau message sur ${portal}. Pour protéger vos données, cet e-mail ne dit pas de quoi il s’agit.\n\nPour lire le message :\n${href}\n\nNous ne demandons jamais de mot de passe ni de données bancaires par e-mail. Vous ne pouvez pas répondre à cet e-mail.\n`,
  },
  it: {
    subject: (portal) => `Nuovo messaggio su ${portal}`,
    text: (portal, href) =>
      `Buongiorno,\n\nha un nuovo messaggio su ${portal}. Per proteggere i Suoi dati, questa e-mail non dice di che cosa si tratta.\n\nQui può leggere il messaggio:\n${href}\n\nNon chiediamo mai password o dati bancari per e-mail. A questa e-mail non si può rispondere.\n`,
  },
  en: {
    subject: (portal) => `New message on ${portal}`,
    text: (portal, href) =>
      `Hello,\n\nYou have a new message on ${portal}. To protect your data, this e-mail does not say what it is about.\n\nRead the message here:\n${href}\n\nWe never ask for passwords or bank details by e-mail. You cannot reply to this e-mail.\n`,
  },
};
