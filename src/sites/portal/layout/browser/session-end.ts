/**
 * Two minutes before a session falls idle the page says so. The button keeps the session without leaving the page, so
 * that nothing typed is lost; where that fails it is an ordinary form.
 */
const WARN_SECONDS = 120;
const bar = document.querySelector<HTMLElement>('.session-end');
const stayForm = bar?.querySelector('form');
if (bar && stayForm) {
  const idleSeconds = Number(bar.dataset.idleSeconds);
  const lastAt = Date.now() + Number(bar.dataset.lastSeconds) * 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    bar.hidden = true;
    const endsAt = Math.min(Date.now() + idleSeconds * 1000, lastAt);
    timer = setTimeout(
      () => {
        // When the session ends whatever is done, there is nothing to press.
        stayForm.hidden = endsAt === lastAt;
        bar.hidden = false;
      },
      Math.max(0, endsAt - Date.now() - WARN_SECONDS * 1000),
    );
  };
  stayForm.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(stayForm.action, { method: 'POST', body: new URLSearchParams() });
      if (!answer.ok) throw new Error(String(answer.status));
      wait();
    } catch {
      stayForm.submit();
    }
  });
  wait();
}
