/**
 * Work without the mouse: j and k go through the lines, Enter opens, n takes, / searches, and what carries `data-key`
 * is clicked or focused by its key. Nothing here is needed: every key has a link or a button.
 */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-line] [data-open]')];

function go(step: 1 | -1): void {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  all[next]?.focus();
}

function press(key: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  const button = target.matches('[data-press]') ? target.querySelector<HTMLElement>('button') : target;
  const fold = button?.closest('details');
  fold?.setAttribute('open', '');
  if (button?.matches('button, a')) button.click();
  const first = button?.matches('summary') && fold?.querySelector<HTMLElement>('input:not([type=hidden]), textarea');
  (first || button)?.focus();
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape' && isTyping(event.target)) {
    (event.target as HTMLElement).blur();
    return;
  }
  if (isTyping(event.target)) return;
  const line = document.activeElement?.closest('[data-line]');
  if (event.key === 'j') go(1);
  else if (event.key === 'k') go(-1);
  else if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus();
  else if (event.key === 'n' && line) line.querySelector<HTMLElement>('[data-take]')?.click();
  else if (event.key === '?') document.querySelector<HTMLElement>('#keys')?.togglePopover();
  else if (!press(event.key)) return;
  event.preventDefault();
});
