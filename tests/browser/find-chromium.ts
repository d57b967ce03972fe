import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What every start of the browser in tests says: no sandbox (root), no calls home. */
export const BROWSER_WORDS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium that starts: `CHROMIUM` if it is set, else the machine's, else the one from npm, else (as root
 * on Debian) one that apt installs. Throws with what to do; a journey is never skipped for want of a browser.
 */
export async function findChromium(tell: (line: string) => void): Promise<string> {
  const tried: string[] = [];
  const works = (path: string) => {
    const { status, stderr, error } = spawnSync(path, [...BROWSER_WORDS, '--headless', '--version'], {
      encoding: 'utf8',
    });
    if (status === 0) return true;
    tried.push(`${path}: ${(error?.message ?? stderr).trim().split('\n')[0]}`);
    return false;
  };
  const given = process.env.CHROMIUM;
  if (given) {
    if (works(given)) return given;
    throw new Error(`CHROMIUM does not start. ${tried.join('; ')}`);
  }
  const usual = USUAL_PLACES.find((path) => existsSync(path) && works(path));
  if (usual) return usual;
  const packed = await fromNpm(tried);
  if (packed && works(packed)) return packed;
  if (installWithApt(tell, tried) && works('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw new Error(
    `No Chromium starts on this machine, and journeys are not skipped. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path. Tried: ${tried.join('; ')}`,
  );
}

async function fromNpm(tried: string[]): Promise<string | undefined> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${(error as Error).message}`);
    return undefined;
  }
}

function installWithApt(tell: (line: string) => void, tried: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    tried.push('apt-get: only as root on Debian');
    return false;
  }
  tell('No browser starts here: installing Chromium with apt-get (once) …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-q'],
    ['install', '-yq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', words, { encoding: 'utf8', env: environment });
    if (status !== 0) {
      tried.push(`apt-get ${words[0]}: ${stderr.trim().split('\n').at(-1)}`);
      return false;
    }
  }
  return true;
}
