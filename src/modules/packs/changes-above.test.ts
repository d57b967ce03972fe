import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesAbove } from './changes-above.ts';
import { mergeVersions } from './merge-versions.ts';
import { layersNow, nameOfLayers, partAt, shelvesOf, withPart } from './shelf.ts';
import { type Definition, hashOfDefinition, type Scope, type Version } from './version.ts';

const SHELVES = shelvesOf('certificate', 'gl', 'ch-1630');
const MINE = 'authority:ch-1630';

/** Written on the day `day` of a month. */
function version(
  scope: Scope,
  number: number,
  day: number,
  definition: Definition,
  more: Partial<Version> = {},
): Version {
  return {
    id: `${scope} ${number}`,
    kind: 'service',
    key: 'certificate',
    scope,
    origin: 'files',
    number,
    basedOn: null,
    authorityId: null,
    definition,
    hash: hashOfDefinition(definition),
    writtenAt: new Date(Date.UTC(2026, 0, day)),
    writtenBy: null,
    withdrawn: false,
    ...more,
  };
}
const overlay = (number: number, day: number, definition: Definition, basedOn: number | null) =>
  version(MINE, number, day, definition, { origin: 'overlay', basedOn });

const fee = (amountCents: number) => ({ amountCents, currency: 'CHF' });

test('a change of what the overlay replaces is offered, with mine, what was there and what is there now', () => {
  const versions = [
    version('federation', 1, 1, { fee: fee(2000), duration: { workingDays: 5 } }),
    overlay(1, 2, { fee: fee(2500) }, 1),
    version('federation', 2, 3, { fee: fee(3000), duration: { workingDays: 2 } }),
  ];
  assert.deepEqual(changesAbove(versions, SHELVES), [
    { path: 'fee', mine: fee(2500), before: fee(2000), now: fee(3000) },
  ]);
});

test('what the overlay leaves alone reaches through, and is not offered', () => {
  const versions = [
    version('federation', 1, 1, { fee: fee(2000), duration: { workingDays: 5 } }),
    overlay(1, 2, { fee: fee(2500) }, 1),
    version('federation', 2, 3, { fee: fee(2000), duration: { workingDays: 2 } }),
  ];
  assert.deepEqual(changesAbove(versions, SHELVES), []);
  assert.deepEqual(mergeVersions(layersNow(versions, SHELVES)).definition, {
    fee: fee(2500),
    duration: { workingDays: 2 },
  });
});

test('a portal that begins to say something of its own is a change above, and so is one that stops', () => {
  const versions = [version('federation', 1, 1, { fee: fee(2000) }), overlay(1, 2, { fee: fee(2500) }, 1)];
  const begun = [...versions, version('portal:gl', 1, 3, { fee: fee(1000) })];
  assert.deepEqual(
    changesAbove(begun, SHELVES).map(({ now }) => now),
    [fee(1000)],
  );
  const kept = [...begun, overlay(2, 4, { fee: fee(2500) }, 1)];
  assert.deepEqual(changesAbove(kept, SHELVES), []);
  const stopped = [...kept, version('portal:gl', 2, 5, { fee: fee(1000) }, { withdrawn: true })];
  assert.deepEqual(
    changesAbove(stopped, SHELVES).map(({ before, now }) => [before, now]),
    [[fee(1000), fee(2000)]],
  );
});

test('other portals and authorities change nothing here', () => {
  const versions = [
    version('federation', 1, 1, { fee: fee(2000) }),
    overlay(1, 2, { fee: fee(2500) }, 1),
    version('portal:sg', 1, 3, { fee: fee(1) }),
    version('authority:ch-1632', 1, 3, { fee: fee(2) }),
  ];
  assert.deepEqual(changesAbove(versions, SHELVES), []);
  assert.equal(nameOfLayers(layersNow(versions, SHELVES)).includes('ch-1632'), false);
});

test('a text is decided by language, a taken away value is a part too', () => {
  const versions = [
    version('federation', 1, 1, {
      texts: { de: { title: 'A', notes: 'N' }, fr: { title: 'B' } },
      deadline: { days: 1 },
    }),
    overlay(1, 2, { texts: { de: { title: 'Mein A' } }, deadline: null }, 1),
    version('federation', 2, 3, {
      texts: { de: { title: 'A2', notes: 'N2' }, fr: { title: 'B2' } },
      deadline: { days: 2 },
    }),
  ];
  assert.deepEqual(
    changesAbove(versions, SHELVES).map(({ path, mine, now }) => [path, mine, now]),
    [
      ['deadline', null, { days: 2 }],
      ['texts.de.title', 'Mein A', 'A2'],
    ],
  );
});

test('parts are set and taken out without touching others; what is empty then goes too', () => {
  const definition = { fee: fee(1), texts: { de: { title: 'A' } } };
  assert.deepEqual(withPart(definition, 'texts.de.title', undefined), { fee: fee(1) });
  assert.deepEqual(withPart(definition, 'texts.fr.title', 'B'), {
    fee: fee(1),
    texts: { de: { title: 'A' }, fr: { title: 'B' } },
  });
  assert.equal(partAt(definition, 'texts.fr.title'), undefined);
  assert.equal(partAt(definition, 'toString'), undefined);
  assert.deepEqual(definition, { fee: fee(1), texts: { de: { title: 'A' } } });
});
