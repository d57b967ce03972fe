import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stoppedClock } from '../../platform/clock/clock.ts';
import { createLimiter, LIMITS, networkOf, TooMany } from './limits.ts';

test('a bucket runs empty, says when to come back, and fills up again; others are not touched', () => {
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const limiter = createLimiter(clock);
  for (let i = 0; i < LIMITS['email-code'].burst; i++) limiter.take('email-code', '192.0.2.1');
  assert.throws(
    () => limiter.take('email-code', '192.0.2.1'),
    (error) => error instanceof TooMany && error.status === 429 && error.retryAfterSeconds === 30,
  );
  limiter.take('email-code', '192.0.2.2');
  limiter.take('sign-in', '192.0.2.1');
  clock.move('2026-11-23T10:00:29Z');
  assert.throws(() => limiter.take('email-code', '192.0.2.1'), TooMany);
  clock.move('2026-11-23T10:01:00Z');
  limiter.take('email-code', '192.0.2.1');
});

test('a clock set back gives nothing away', () => {
  const clock = stoppedClock('2026-11-23T10:00:00Z');
  const limiter = createLimiter(clock);
  for (let i = 0; i < LIMITS['email-code'].burst; i++) limiter.take('email-code', 'a');
  clock.move('2026-11-23T09:00:00Z');
  assert.throws(() => limiter.take('email-code', 'a'), TooMany);
});

test('one line of IPv6 is one network', () => {
  assert.equal(networkOf('2001:db8:1:2:aaaa::1'), networkOf('2001:0db8:1:2:bbbb:cccc:dddd:eeee'));
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'));
  assert.equal(networkOf('::1'), '0:0:0:0');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
});
