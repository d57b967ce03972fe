// A page can be printed from within only by a script; without one the button stays hidden, and the browser's own menu does it.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
