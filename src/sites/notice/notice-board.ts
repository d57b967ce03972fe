import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { ANONYMOUS } from '../../platform/db/principal.ts';
import type { Logger } from '../../platform/log/log.ts';
import { type Notice, noticesOn } from './notice.ts';
import { openNotices } from './notice-store.ts';

/** What is to be told to visitors just now, in memory. */
export interface NoticeBoard {
  noticesFor(portal: string): readonly Notice[];
  /** Looks anew. When what is shown has changed since, `onChange` is told. */
  refresh(): Promise<void>;
}

/** A database that is away leaves the board as it was. */
export function openNoticeBoard(wiring: {
  database: Database;
  clock: Clock;
  log: Logger;
  onChange(): void;
}): NoticeBoard {
  let notices: readonly Notice[] = [];
  let shown = '';
  const now = () => wiring.clock.now();
  return {
    noticesFor: (portal) => (notices.length === 0 ? [] : noticesOn(notices, portal, now())),
    async refresh() {
      try {
        notices = await wiring.database.transaction(ANONYMOUS, openNotices);
      } catch (error) {
        wiring.log.warn({ err: error }, 'notices could not be read; trying again');
      }
      const shows = JSON.stringify(
        notices.filter(({ portal, id }) => noticesOn(notices, portal ?? '', now()).some((each) => each.id === id)),
      );
      if (shows !== shown) {
        shown = shows;
        wiring.onChange();
      }
    },
  };
}
