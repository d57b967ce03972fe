import type { Visit } from '../../../modules/identity/index.ts';

/** What stands in field `name` of the form that was sent, trimmed; '' for what is missing or came twice. */
export const typedIn =
  ({ body }: Pick<Visit, 'body'>) =>
  (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };

/** Where the error summary leads, and what is wrong there. */
export type Faults = Readonly<Record<string, string>>;

export const errorsOf = (faults: Faults) =>
  Object.entries(faults).map(([field, text]) => ({ href: `#${field}`, text }));
