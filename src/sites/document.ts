import type { Portal } from '../modules/territory/index.ts';
import { type Child, type Html, html } from '../platform/html/html.ts';
import type { Assets } from './assets/assets.ts';
import type { Site } from './assets/site.ts';

export interface DocumentParts {
  /** BCP 47, of the whole page. */
  locale: string;
  title: string;
  site: Site;
  /** Whose colours. */
  portal: Portal | undefined;
  /** Further markup of `<head>`. */
  head?: Child;
  body: Html;
}

/** The whole document around a body. Everything it loads is ours, hashed, and from the same host. */
export function documentOf(assets: Assets, parts: DocumentParts): string {
  const script = assets.script(parts.site);
  return html`<!doctype html>
<html lang="${parts.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title}</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${assets.stylesheet(parts.site, parts.portal?.theme)}">
${assets.fonts.map((font) => html`<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin>`)}
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
${script && html`<script type="module" src="${script}"></script>`}${parts.head}
</head>
<body>
${parts.body}
</body>
</html>
`.text;
}
