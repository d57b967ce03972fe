import { readSettings, type Settings } from '../platform/config/settings.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { refuseUnsafeProduction } from './refuse-unsafe-production.ts';

/** The settings of a command that is started by itself; `npm start` sets both variables. */
export function settingsOfCommand(): Settings {
  const { DATABASE_URL, DATA_DIR } = process.env;
  if (!DATABASE_URL)
    throw new HallFailure('setting-missing', 500, 'DATABASE_URL is not set; `npm start` sets it for you');
  if (!DATA_DIR) throw new HallFailure('setting-missing', 500, 'DATA_DIR is not set; it says where files and keys lie');
  refuseUnsafeProduction(process.env, process.getuid?.() === 0);
  return readSettings(process.env, DATA_DIR, DATABASE_URL);
}
