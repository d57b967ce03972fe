import type { Texts } from './de.ts';

export const fr: Texts = {
  signIn: {
    title: 'Se connecter',
    intro: 'Vous vous connectez avec un compte que vous avez déjà. Ce portail n’a pas de mot de passe à lui.',
    levels: {
      none: '',
      low: 'Pour cette étape, nous devons savoir que c’est de nouveau vous.',
      substantial:
        'Pour cette étape, nous devons savoir avec certitude qui vous êtes. Votre identité doit être vérifiée.',
      high: 'Pour cette étape, nous devons savoir avec une grande certitude qui vous êtes. Il vous faut l’e-ID ou une preuve aussi sûre.',
    },
    recommended: 'Recommandé',
    continueWith: (name) => `Continuer avec ${name}`,
    others: 'Autres moyens',
    none: 'Il n’y a pas de connexion ici pour le moment. Vous pouvez régler votre affaire au guichet, par courrier ou par téléphone.',
    without: 'Sans connexion',
    withoutText: 'Beaucoup de prestations ne demandent pas de connexion. Vous les trouvez sous les prestations.',
    toServices: 'Vers les prestations',
    helpTitle: 'Aide à la connexion',
    help: [
      {
        question: 'Je n’ai pas encore de compte',
        answer:
          'Choisissez un moyen ci-dessus. Sur la page suivante, vous pouvez ouvrir un compte. Ensuite, vous revenez ici.',
      },
      {
        question: 'Cela n’a pas fonctionné',
        answer:
          'Recommencez. Fermez d’abord les autres fenêtres où vous vouliez vous connecter. Si cela échoue encore, votre commune vous aide par téléphone ou au guichet.',
      },
      {
        question: 'Je suis sur un ordinateur qui n’est pas à moi',
        answer: 'Déconnectez-vous à la fin. La personne suivante ne verra rien de vous.',
      },
      {
        question: 'J’aide quelqu’un',
        answer: 'Laissez la personne se connecter elle-même. Ne saisissez pas les accès d’une autre personne.',
      },
    ],
  },
  workbench: {
    title: 'Connexion du personnel',
    intro:
      'Connectez-vous avec le compte de travail de votre administration. Pour vos affaires privées, utilisez le portail.',
    toPortal: 'Vers le portail',
  },
  refused: {
    title: 'La connexion n’a pas fonctionné',
    again: 'Se connecter à nouveau',
    cancelled: 'Vous avez annulé la connexion. Rien ne s’est passé.',
    'wrong-answer':
      'La réponse du service de connexion n’était pas correcte. Pour vous protéger, nous ne l’avons pas acceptée. Veuillez recommencer.',
    'level-unknown':
      'Le service de connexion n’a pas dit à quel point votre connexion est sûre. Nous ne pouvons donc pas l’accepter.',
    'level-too-low':
      'Votre connexion est correcte, mais cette étape demande une identité mieux vérifiée. Vous pouvez le faire auprès de votre service de connexion.',
    'not-staff':
      'Votre compte n’est pas inscrit ici comme compte de travail. Adressez-vous à la personne qui gère les comptes dans votre administration.',
    stale: 'Cette connexion n’appartient pas à ce navigateur, ou elle est trop ancienne. Veuillez recommencer.',
    away: 'Le service de connexion ne répond pas pour le moment. Ce n’est pas de votre faute. Veuillez réessayer dans quelques minutes.',
    awayTitle: 'La connexion est impossible pour le moment',
    otherWays: 'C’est urgent, ou un délai expire ? Appelez l’office compétent ou passez au guichet.',
  },
  signOut: {
    title: 'Se déconnecter',
    question: 'Voulez-vous vous déconnecter ?',
    act: 'Se déconnecter',
    doneTitle: 'Vous êtes déconnecté',
    done: 'Rien de vous n’est enregistré sur cet appareil. Sur un ordinateur qui n’est pas à vous, fermez encore la fenêtre.',
    toStart: 'Vers la page d’accueil',
    stay: 'Rester connecté',
  },
  session: {
    title: 'Votre session',
    signedInAs: (name) => `Vous êtes connecté en tant que ${name}.`,
    levels: {
      none: '',
      low: 'Sûreté de la connexion : faible. Vous vous êtes inscrit vous-même.',
      substantial: 'Sûreté de la connexion : substantielle. Votre identité est vérifiée.',
      high: 'Sûreté de la connexion : élevée.',
    },
    idle: (time, minutes) =>
      minutes === 1
        ? `Si vous ne faites rien, elle se termine à ${time}, dans une minute.`
        : `Si vous ne faites rien, elle se termine à ${time}, dans ${minutes} minutes.`,
    end: (time) => `Au plus tard à ${time}, vous devrez vous reconnecter. Ce que vous avez saisi reste enregistré.`,
    extend: 'Continuer à travailler',
  },
};
