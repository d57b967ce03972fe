import { Type } from 'typebox';
import { json } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import { compileVersion } from '../drafts/form-versions.ts';
import { formSchema } from '../engine/index.ts';
import type { FormsWiring } from '../forms-wiring.ts';

const Query = Type.Object(
  {
    portal: Type.Optional(Type.String({ maxLength: 12, description: 'Key of the portal: gl, sg, zh, sl.' })),
    lang: Type.Optional(Type.String({ maxLength: 5, description: 'Language of the texts.' })),
  },
  { additionalProperties: false },
);

const FormDocument = Type.Object({
  key: Type.String(),
  version: Type.Integer(),
  title: Type.String(),
  href: Type.String({ description: 'Where people begin an application.' }),
  pages: Type.Array(
    Type.Object({
      key: Type.String(),
      title: Type.String(),
      fields: Type.Array(
        Type.Object({
          key: Type.String(),
          kind: Type.String(),
          label: Type.String(),
          visible: Type.Optional(Type.String({ description: 'FEEL' })),
        }),
      ),
    }),
  ),
  schema: Type.Unknown({ description: 'JSON Schema 2020-12 of what is submitted.' }),
});

/** The form of a service as data, for whoever shows it in a place of their own. Answers are taken on the portal. */
export const formApiRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.api.form,
    access: 'public',
    json: true,
    query: Query,
    describes: {
      summary: 'The form of a service: pages, fields, conditions, and a JSON Schema of what it submits.',
      answer: FormDocument,
      parameters: { key: 'Key of a service with a form: residence-certificate.' },
    },
    handle: (visit) => json(formJson(visit, wiring)),
  },
];

function formJson(visit: Visit, wiring: FormsWiring) {
  const { catalogue, published } = wiring.snapshot();
  const key = visit.params.key ?? '';
  const version = catalogue.service(visit.portal.key, key)?.hasForm && published.version('form', key, 'federation');
  if (!version) throw notFound();
  const { form, number, texts } = compileVersion(version);
  const said = texts(visit.language, visit.portal.country);
  return {
    key,
    version: number,
    title: said.title,
    href: (wiring.addressOf?.(visit.portal) ?? '') + to(urls.portal.apply, { lang: visit.language, service: key }),
    pages: form.pages.map((page) => ({
      key: page.key,
      title: said.pages[page.key]?.title ?? page.key,
      fields: page.fields.map(({ key: name, definition }) => ({
        key: name,
        kind: definition.kind,
        label: said.fields[name]?.label ?? name,
        ...(definition.visible && { visible: definition.visible }),
      })),
    })),
    schema: formSchema(form, `urn:schalterhalle:form:${key}:${number}`),
  };
}
