import { HallFailure } from '../platform/http/failure.ts';

/**
 * Production starts only with what production needs. Throws `unsafe-production`, naming each thing that is to be set.
 * Without `NODE_ENV=production` nothing is refused.
 */
export function refuseUnsafeProduction(environment: NodeJS.ProcessEnv, isRoot: boolean): void {
  if (environment.NODE_ENV !== 'production') return;
  const faults: string[] = [];
  if (isRoot) faults.push('it runs as root: start it as a user of its own');
  if (!environment.PUBLIC_ORIGIN?.startsWith('https://'))
    faults.push('PUBLIC_ORIGIN must be the https:// address of the portals');
  if (!environment.UPLOADS_ORIGIN?.startsWith('https://'))
    faults.push('UPLOADS_ORIGIN must be an https:// address of its own, for uploaded files');
  if (!environment.KEY_DIR)
    faults.push(
      'KEY_DIR must name the folder of your keys (`make-keys` makes them); the development keys are not used',
    );
  if (environment.SANDBOX) faults.push('SANDBOX must not be set: sandboxes do not run in production');
  if (!environment.OIDC_PROVIDERS)
    faults.push('OIDC_PROVIDERS must name a file with your identity providers; the sandbox is not one');
  if (!environment.SMTP_URL) faults.push('SMTP_URL must be set, or nobody gets a notice');
  if (!environment.CLAMD_ADDRESS)
    faults.push('CLAMD_ADDRESS must name a virus scanner; the sandbox scanner is not one');
  if (faults.length > 0)
    throw new HallFailure('unsafe-production', 500, `production is refused:\n- ${faults.join('\n- ')}`);
}
