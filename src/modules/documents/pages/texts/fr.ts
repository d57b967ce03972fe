import type { Texts } from './de.ts';

export const fr: Texts = {
  title: 'Vérifier une lettre',
  intro: 'Avez-vous reçu une lettre ou une attestation d’une autorité ? Vous voyez ici si elle est authentique.',
  codeLabel: 'Caractères dans la lettre',
  codeHint:
    'Ils figurent à côté du code QR : sept groupes de quatre caractères. Majuscules ou minuscules, peu importe.',
  check: 'Vérifier',
  where: 'Sans ces caractères, personne ne voit s’il existe une lettre ni ce qu’elle contient.',
  wrong: 'Aucune lettre ne correspond à ces caractères',
  wrongHint:
    'Comparez encore une fois les caractères avec la lettre. S’ils sont identiques, la lettre ne vient pas de nous.',
  genuine: 'Nous avons établi cette lettre',
  compare: 'Comparez : si votre lettre dit autre chose, elle a été modifiée et n’est pas valable.',
  revoked: 'Cette lettre n’est plus valable',
  revokedText: (date) => `L’autorité l’a révoquée le ${date}. Ne l’utilisez plus.`,
  kind: 'Type de lettre',
  concerns: 'Concerne',
  authority: 'Établie par',
  issuedOn: 'Établie le',
  number: 'Numéro du dossier',
  fileTitle: 'Avez-vous la lettre en PDF ?',
  fileText: 'Nous pouvons alors vérifier si le fichier est inchangé. Nous ne le conservons pas.',
  fileLabel: 'Fichier PDF',
  fileCheck: 'Vérifier le fichier',
  fileSame: 'Le fichier est inchangé',
  fileSameText: 'Il est identique, caractère par caractère, à celui que nous avons établi.',
  fileOther: 'Ce fichier n’est pas la lettre',
  fileOtherText: 'Il a été modifié, ou c’est un autre fichier. Ne vous y fiez pas.',
  another: 'Vérifier une autre lettre',
};
