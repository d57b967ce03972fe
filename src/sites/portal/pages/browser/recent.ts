/**
 * The services that were looked at last, offered again on the home page. The list stays in this browser: no server sees
 * it; signing out clears it, and so does the button beside it.
 */
interface Recent {
  href: string;
  title: string;
}
const MOST_RECENT = 4;

function recentIn(place: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((one) => typeof one?.title === 'string' && /^\/(?!\/)/.test(one?.href));
  } catch {
    return [];
  }
}

function keepRecent(place: string, recent: readonly Recent[]): void {
  try {
    if (recent.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(recent.slice(0, MOST_RECENT)));
  } catch {
    // A browser that keeps nothing has no list.
  }
}

const serviceTitle = document.querySelector<HTMLElement>('h1[data-recent]');
if (serviceTitle?.dataset.recent) {
  const place = `recent ${serviceTitle.dataset.recent}`;
  const here = { href: location.pathname, title: serviceTitle.textContent.trim() };
  keepRecent(place, [here, ...recentIn(place).filter(({ href }) => href !== here.href)]);
}

const recentList = document.querySelector<HTMLElement>('nav[data-recent]');
if (recentList?.dataset.recent) {
  const place = `recent ${recentList.dataset.recent}`;
  const recent = recentIn(place);
  for (const { href, title } of recent) {
    const link = Object.assign(document.createElement('a'), { href, textContent: title });
    const line = document.createElement('li');
    line.append(link);
    recentList.querySelector('ul')?.append(line);
  }
  recentList.hidden = recent.length === 0;
  recentList.querySelector('button')?.addEventListener('click', () => {
    keepRecent(place, []);
    recentList.hidden = true;
  });
}
