import type { Page } from 'playwright-core';

/** A window of 1280 × 1024 enlarged to 400 % is as wide as a small phone, and lower. */
const ENLARGED = { width: 320, height: 256 };

/**
 * Our own rules on the page as it stands; a line per fault. They hold on every page: one heading of the first rank, the
 * language of the address, errors that are linked to their fields, nothing wider than the window at 400 %, controls that a
 * thumb can hit. (With scripts off playwright still asks the page, in a world of its own.)
 */
export async function faultsOfRules(page: Page, hasScripts: boolean): Promise<string[]> {
  const faults = await page.evaluate(readRules, { hasScripts, path: new URL(page.url()).pathname });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize(ENLARGED);
  faults.push(...(await page.evaluate(readSizes)));
  await page.setViewportSize(size);
  return faults;
}

/** Runs in the page. */
function readRules({ hasScripts, path }: { hasScripts: boolean; path: string }): string[] {
  const faults: string[] = [];
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) faults.push(`${headings} h1`);
  const said = /^\/\w+\/(?:workbench\/|admin\/)?(de|fr|it|en)(?:\/|$)/.exec(path)?.[1];
  if (said && !document.documentElement.lang.startsWith(said)) faults.push(`lang is ${document.documentElement.lang}`);
  if (document.title.trim().length < 5) faults.push(`title is «${document.title}»`);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids)) if (ids.filter((each) => each === id).length > 1) faults.push(`id ${id} twice`);
  const summary = document.querySelector('.error-summary');
  if (summary) {
    if (hasScripts && document.activeElement !== summary) faults.push('the focus is not on the error summary');
    for (const link of summary.querySelectorAll('a')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const field = target?.matches('input, select, textarea')
        ? target
        : target?.querySelector('input, select, textarea');
      if (!target) faults.push(`error «${link.textContent}» leads nowhere: ${link.hash}`);
      const described = [field, target, target?.closest('fieldset')]
        .flatMap((each) => (each?.getAttribute('aria-describedby') ?? '').split(/\s+/))
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
      const text = (link.textContent ?? '').trim();
      if (target && !described.includes(text))
        faults.push(`${link.hash} is described by «${described.trim()}», not by «${text}»`);
    }
  }
  for (const field of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
    for (const name of ['aria-describedby', 'aria-labelledby'])
      for (const id of (field.getAttribute(name) ?? '').split(/\s+/).filter(Boolean))
        if (!document.getElementById(id)) faults.push(`${name} names ${id}, which is not there`);
  return faults;
}

/** Runs in the page, while it is as narrow as at 400 %. */
function readSizes(): string[] {
  const faults: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && box.right > innerWidth + 1;
    });
    const names = wide
      .slice(-3)
      .map((each) => `${each.tagName.toLowerCase()}.${each.className} ${each.textContent?.trim().slice(0, 30)}`);
    faults.push(`scrolls sideways at 320 pixels (${scrollWidth}): ${names.join(' | ')}`);
  }
  const controls =
    '.kern-btn, main button, main select, main textarea, main input:not([type=hidden], [type=radio], [type=checkbox])';
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    const { width, height } = control.getBoundingClientRect();
    if (width <= 1 || height <= 1 || !control.checkVisibility({ visibilityProperty: true })) continue;
    if (control.classList.contains('kern-sr-only')) continue;
    if (height < 43.5 || width < 43.5)
      faults.push(`${Math.round(width)}×${Math.round(height)} is small: ${control.outerHTML.slice(0, 120)}`);
  }
  return faults;
}
