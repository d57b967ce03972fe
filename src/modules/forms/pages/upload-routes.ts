import { isId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import { keepDraft } from '../drafts/open-draft.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { addressIn, draftIdOf, onDraft, type Sheet, sentText } from './sheet.ts';

/** Files of a draft: taken while they stream in, and removed. */
export const uploadRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draftUpload,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: false }, (sheet) => redirect(placeOf(sheet).stay())),
  },
  {
    method: 'POST',
    path: urls.portal.draftUpload,
    access: 'draft.edit',
    raw: true,
    handle: (visit) => (visit.parts ? receive(visit, wiring) : remove(visit, wiring)),
  },
];

/** Where the field stands, and where it goes on. Throws `not-found` for a field that takes no files. */
function placeOf({ visit, state, draft }: Sheet) {
  const field = state.form.fields.get(visit.params.field ?? '');
  if (field?.definition.kind !== 'upload') throw notFound();
  const address = addressIn(visit, draft.record.id);
  const at = state.pages.findIndex(({ key }) => key === field.page);
  return {
    field,
    stay: (query = {}) => address.page(field.page, query),
    next() {
      const next = at === -1 ? undefined : state.pages[at + 1];
      return next ? address.page(next.key) : address.summary();
    },
    later: () => address.draft(),
  };
}

/** Looks once whether the visitor may, lets the files stream in outside of any transaction, and then says how it went. */
async function receive(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  const draftId = draftIdOf(visit);
  wiring.limiter.take('upload', visit.session?.personId ?? visit.address);
  let principal: Principal | undefined;
  let room = 0;
  const early = await onDraft(visit, wiring, { lock: false }, (sheet) => {
    const { field, stay } = placeOf(sheet);
    principal = sheet.tx.principal;
    room = mostFiles(field.options) - (sheet.draft.files[field.key] ?? []).length;
    return redirect(stay());
  });
  if (!principal) return early;
  const { go, refusal, stored } = await takeParts(visit, wiring, principal, draftId, room);
  return onDraft(visit, wiring, { lock: true }, async (sheet) => {
    if (stored > 0) await keepDraft(sheet.tx, sheet.draft, true, visit.clock.now());
    const place = placeOf(sheet);
    if (refusal) return redirect(place.stay({ refused: refusal }));
    if (go === 'later') return redirect(place.later());
    if (go !== 'next') return redirect(place.stay());
    const isComplete = sheet.state.fields.get(place.field.key)?.errors.length === 0;
    return redirect(isComplete ? place.next() : place.stay({ check: '1' }));
  });
}

const mostFiles = (options: Readonly<Record<string, unknown>>): number =>
  typeof options.most === 'number' ? options.most : 5;

interface Taken {
  go: string;
  refusal?: string;
  stored: number;
}

async function takeParts(
  visit: Visit,
  wiring: FormsWiring,
  principal: Principal,
  draftId: string,
  room: number,
): Promise<Taken> {
  const taken: Taken = { go: 'stay', stored: 0 };
  for await (const part of visit.parts?.() ?? []) {
    if (part.kind === 'field') {
      if (part.name === 'go') taken.go = part.value;
      continue;
    }
    if (part.fileName === '') {
      part.stream.resume();
      continue;
    }
    if (taken.stored >= room) {
      part.stream.resume();
      taken.refusal = 'too-many';
      continue;
    }
    const received = await wiring.documents.receiveUpload(visit.database, principal, {
      draftId,
      field: visit.params.field ?? '',
      fileName: part.fileName,
      stream: part.stream,
    });
    if (received.kind === 'stored') taken.stored++;
    else {
      taken.refusal = received.reason;
      if (received.isCutOff) break;
    }
  }
  return taken;
}

const remove = (visit: Visit, wiring: FormsWiring): Promise<Answer> =>
  onDraft(visit, wiring, { lock: true }, async (sheet) => {
    const { field, stay, next, later } = placeOf(sheet);
    const fileId = sentText(visit, 'remove');
    if (fileId === undefined) {
      const go = sentText(visit, 'go');
      return redirect(go === 'next' ? next() : go === 'later' ? later() : stay());
    }
    const isOurs = isId(fileId) && (sheet.draft.files[field.key] ?? []).some(({ id }) => id === fileId);
    if (isOurs) {
      await wiring.documents.removeFile(sheet.tx, fileId);
      await keepDraft(sheet.tx, sheet.draft, true, visit.clock.now());
    }
    return redirect(stay());
  });
