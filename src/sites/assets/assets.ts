import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalTheme } from '../../modules/territory/index.ts';
import { to, routes as urls } from '../../routes.ts';
import { collectScripts } from './collect-scripts.ts';
import { collectStyles } from './collect-styles.ts';
import { type FinishedFile, finishFile } from './finished-file.ts';
import { SITES, type Site } from './site.ts';
import { themeCss } from './theme.ts';

/** Stylesheets, scripts, fonts and images of the sites: made once at start, packed, and never changed. */
export interface Assets {
  /** Address of the stylesheet of `site`, in the colours of `theme`. */
  stylesheet(site: Site, theme?: PortalTheme): string;
  /** Address of the script of `site`; undefined where there is none. */
  script(site: Site): string | undefined;
  /** Addresses of the fonts, to be asked for early. */
  readonly fonts: readonly string[];
  /** Address of the mark, as the tab's icon. */
  readonly icon: string;
  /** By name with hash. */
  file(name: string): FinishedFile | undefined;
}

/** Makes everything out of the sources in `sourceDir` (`src/`). */
export function collectAssets(sourceDir: string): Assets {
  const bySource = new Map<string, FinishedFile>();
  const styles = new Map(SITES.map((site) => [site, collectStyles(sourceDir, site, bySource)]));
  const byName = new Map([...bySource.values()].map((file) => [file.name, file]));
  const add = (name: string, content: string | Buffer): string => {
    const file = finishFile(name, Buffer.from(content));
    byName.set(file.name, file);
    return to(urls.platform.assets, { file: file.name });
  };
  const scripts = new Map<Site, string>();
  for (const site of SITES) {
    const script = collectScripts(sourceDir, site);
    if (script !== '') scripts.set(site, add(`${site}.js`, script));
  }
  const sheets = new Map<string, string>();
  return {
    stylesheet(site, theme) {
      const colours = theme ? themeCss(theme) : '';
      const before = sheets.get(site + colours);
      if (before) return before;
      const address = add(`${site}.css`, `${styles.get(site)}\n${colours}`);
      sheets.set(site + colours, address);
      return address;
    },
    script: (site) => scripts.get(site),
    fonts: [...byName.values()]
      .filter(({ type }) => type === 'font/woff2')
      .map(({ name }) => to(urls.platform.assets, { file: name })),
    icon: add('mark.svg', readFileSync(join(sourceDir, 'ui/mark/mark.svg'))),
    file: (name) => byName.get(name),
  };
}
