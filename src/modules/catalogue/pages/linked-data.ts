import { type Html, trusted } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { ServiceAt, ServiceTexts } from '../service-at.ts';
import type { Desk } from './desk.ts';

/**
 * The service for machines: schema.org GovernmentService, and the same with the terms of CPSV-AP where schema.org has
 * none. A data block is not a script: nothing is run, and no policy against scripts speaks of it.
 * @see https://schema.org/GovernmentService
 * @see https://semiceu.github.io/CPSV-AP/releases/3.2.0/
 */
export function linkedData(desk: Desk, at: ServiceAt, texts: ServiceTexts): Html {
  const { visit } = desk;
  const { service, authority, fee } = at;
  const address = `${visit.origin}${visit.root}`;
  const url = address + to(urls.portal.service, { lang: visit.language, service: service.key });
  const thing = {
    '@context': {
      '@vocab': 'https://schema.org/',
      cpsv: 'http://purl.org/vocab/cpsv#',
      cv: 'http://data.europa.eu/m8g/',
      dct: 'http://purl.org/dc/terms/',
    },
    '@type': ['GovernmentService', 'cpsv:PublicService'],
    '@id': url,
    url,
    identifier: service.ozg ? `OZG ${service.ozg}` : service.key,
    'dct:identifier': service.key,
    name: { '@value': texts.title.text, '@language': texts.title.lang },
    ...(texts.summary && { description: { '@value': texts.summary.text, '@language': texts.summary.lang } }),
    inLanguage: visit.language,
    ...(authority && {
      serviceOperator: { '@type': 'GovernmentOrganization', name: authority.name, identifier: authority.key },
      'cv:hasCompetentAuthority': authority.key,
    }),
    ...(at.municipality && { areaServed: { '@type': 'AdministrativeArea', name: at.municipality.name } }),
    availableChannel: [
      ...(at.isOnline
        ? [
            {
              '@type': 'ServiceChannel',
              serviceUrl: address + to(urls.portal.apply, { lang: visit.language, service: service.key }),
            },
          ]
        : []),
      ...(at.office?.phone && !at.office.isExample
        ? [{ '@type': 'ServiceChannel', servicePhone: at.office.phone }]
        : []),
    ],
    // What is only an example is for people who see that it is one, not for machines.
    ...(fee?.kind === 'amount' &&
      !fee.isExample && {
        'cv:hasCost': { '@type': 'cv:Cost', 'cv:value': fee.amountCents / 100, 'cv:currency': fee.currency },
      }),
    ...(at.workingDays !== undefined && !at.durationOrigin.isExample && { 'cv:processingTime': `P${at.workingDays}D` }),
    'cv:hasLegalResource': at.legalBasis.filter(({ isExample }) => !isExample).map(({ name, url: law }) => law ?? name),
  };
  return trusted(`<script type="application/ld+json">${JSON.stringify(thing).replaceAll('<', '\\u003c')}</script>`);
}
