// A page that comes back with faults begins at its summary: screen readers say it, keys start there.
const summary = document.querySelector<HTMLElement>('[data-focus]');
if (summary) {
  summary.focus();
  document.title = `! ${document.title}`;
}
