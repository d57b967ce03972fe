/** The clock is passed in, so that a deadline can be tested on the night the time changes. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved. For tests and simulations. */
export function stoppedClock(at: string): Clock & { move(to: string): void } {
  let instant = Temporal.Instant.from(at);
  return {
    now: () => instant,
    move: (to) => {
      instant = Temporal.Instant.from(to);
    },
  };
}
