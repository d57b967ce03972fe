import type { CaseRecord, Surroundings } from '../modules/cases/index.ts';
import type { ServiceAt } from '../modules/catalogue/index.ts';
import type { Portal } from '../modules/territory/index.ts';
import { notFound } from '../platform/http/failure.ts';
import type { Snapshot } from './snapshot.ts';

/** What cases need to know of the world around them, out of what is published now. */
export function caseSurroundings(snapshot: () => Snapshot, addressOf: (portal: Portal) => string): Surroundings {
  const portal = (key: string): Portal => {
    const found = snapshot().portals.find((each) => each.key === key);
    if (!found) throw notFound();
    return found;
  };
  const serviceOf = ({ portal: key, service, pinned }: CaseRecord): ServiceAt | undefined => {
    const { catalogue, territory } = snapshot();
    return catalogue.service(key, service) && catalogue.at(key, service, territory.municipality(pinned.place));
  };
  return {
    portal,
    addressOf,
    title: (key, service, language) =>
      snapshot().catalogue.service(key, service)?.title(language) ?? { text: service, lang: language },
    authority: (id) => snapshot().territory.byId(id),
    onlineServices: (key, language) =>
      snapshot()
        .catalogue.services(key)
        .filter(({ hasForm }) => hasForm)
        .map((service) => ({ key: service.key, title: service.title(language).text })),
    sender(record) {
      const authority = snapshot().territory.byId(record.authorityId);
      const designation = authority?.designation ? `${authority.designation} ` : '';
      const office = serviceOf(record)?.office;
      const name = office?.name[record.language] ?? Object.values(office?.name ?? {})[0];
      return {
        authority: `${designation}${authority?.name ?? record.pinned.authorityKey}`,
        ...(name && { office: name }),
        ...office?.address,
        ...(office?.phone && { phone: office.phone }),
        ...(office?.email && { email: office.email }),
      };
    },
    remedy: (record) =>
      (serviceOf(record)?.texts(record.language).remedy?.text ?? '')
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== ''),
    grantLetter: (service) =>
      snapshot().published.find('service', service)?.definition.letter === 'certificate' ? 'certificate' : 'decision',
    officeEmail: (record) => serviceOf(record)?.office?.email,
  };
}
