import type { Texts } from './de.ts';

export const en: Texts = {
  signIn: {
    title: 'Sign in',
    intro: 'You sign in with an account that you already have. This portal has no password of its own.',
    levels: {
      none: '',
      low: 'For this step we need to know that it is you again.',
      substantial: 'For this step we need to be sure who you are. Your identity must be verified.',
      high: 'For this step we need to be very sure who you are. You need the e-ID or a proof that is just as secure.',
    },
    recommended: 'Recommended',
    continueWith: (name) => `Continue with ${name}`,
    others: 'Other ways',
    none: 'There is no sign-in here at the moment. You can settle your matter at the counter, by post or by phone.',
    without: 'Without signing in',
    withoutText: 'Many services need no sign-in. You find them among the services.',
    toServices: 'To the services',
    helpTitle: 'Help with signing in',
    help: [
      {
        question: 'I have no account yet',
        answer: 'Choose a way above. On the next page you can open an account. Then you come back here.',
      },
      {
        question: 'It did not work',
        answer:
          'Begin again. First close other windows in which you wanted to sign in. If it fails again, your municipality will help you by phone or at the counter.',
      },
      {
        question: 'I am at a computer that is not mine',
        answer: 'Sign out at the end. The next person will see nothing of you.',
      },
      {
        question: 'I am helping somebody',
        answer: 'Let the person sign in themselves. Do not enter somebody else’s access details.',
      },
    ],
  },
  workbench: {
    title: 'Staff sign-in',
    intro: 'Sign in with the work account of your administration. For your private matters use the portal.',
    toPortal: 'To the portal',
  },
  refused: {
    title: 'Signing in did not work',
    again: 'Sign in again',
    cancelled: 'You cancelled signing in. Nothing has happened.',
    'wrong-answer':
      'The answer of the sign-in service was not in order. To protect you, we did not accept it. Please begin again.',
    'level-unknown': 'The sign-in service did not say how secure your sign-in is. So we cannot accept it.',
    'level-too-low':
      'You signed in correctly, but this step needs an identity that is better verified. You can do that with your sign-in service.',
    'not-staff':
      'Your account is not registered here as a work account. Ask the person who manages accounts in your administration.',
    stale: 'This sign-in does not belong to this browser, or it is too old. Please begin again.',
    away: 'The sign-in service does not answer at the moment. It is not your fault. Please try again in a few minutes.',
    awayTitle: 'Signing in is not possible right now',
    otherWays: 'Is it urgent, or is a deadline running out? Then call the responsible office or go to the counter.',
  },
  signOut: {
    title: 'Sign out',
    question: 'Do you want to sign out?',
    act: 'Sign out',
    doneTitle: 'You are signed out',
    done: 'Nothing of you is stored on this device. At a computer that is not yours, also close the window.',
    toStart: 'To the start page',
    stay: 'Stay signed in',
  },
  session: {
    title: 'Your session',
    signedInAs: (name) => `You are signed in as ${name}.`,
    levels: {
      none: '',
      low: 'Security of your sign-in: low. You registered yourself.',
      substantial: 'Security of your sign-in: substantial. Your identity is verified.',
      high: 'Security of your sign-in: high.',
    },
    idle: (time, minutes) =>
      minutes === 1
        ? `If you do nothing, it ends at ${time}, in one minute.`
        : `If you do nothing, it ends at ${time}, in ${minutes} minutes.`,
    end: (time) => `At ${time} at the latest you must sign in again. What you have entered stays saved.`,
    extend: 'Go on working',
  },
};
