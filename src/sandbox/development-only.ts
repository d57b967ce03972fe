/** Imported first by everything that must not exist in production, whatever somebody has configured. */
if (process.env.NODE_ENV === 'production')
  throw new Error('The sandboxes are for development only: do not import src/sandbox.ts with NODE_ENV=production.');
