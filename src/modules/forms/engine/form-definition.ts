import { Compile } from 'typebox/schema';
import type { Options } from './field-kind.ts';
import { isKindName, type KindName, kindOf } from './fields/index.ts';

/** A form as its `form.yaml` says. Expressions are FEEL. */
export interface FormDefinition {
  /** What the application is called in the authority's list: family name and given names. */
  label: string;
  /** How many copies the fee is for; 1 when nothing is said. */
  copies?: string;
  /** When it goes to the mailbox, when only after staff have looked at a proof; otherwise by post. */
  delivery?: { mailbox?: string; afterCheck?: string };
  /** The field with the address for notices. */
  email?: string;
  /** Drafts of versions older than this number are no longer accepted. */
  oldestAccepted?: number;
  pages: PageDefinition[];
}

export interface PageDefinition {
  key: string;
  visible?: string;
  fields: FieldDefinition[];
}

export interface FieldDefinition {
  key: string;
  kind: KindName;
  visible?: string;
  /** Needed unless it says otherwise. */
  required?: boolean | string;
  readOnly?: boolean | string;
  computed?: string;
  valid?: { rule: string; text: string }[];
  /** Verified attributes of the person fill it in; `locked` ones can't be changed. */
  prefill?: 'open' | 'locked';
  /** What its kind knows beyond that. */
  options: Options;
}

const OWN = new Set(['key', 'kind', 'visible', 'required', 'readOnly', 'computed', 'valid', 'prefill']);
const FEEL = { type: 'string', minLength: 1, maxLength: 2_000 };
const FIELD = {
  type: 'object',
  required: ['key', 'kind'],
  properties: {
    key: { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,40}$' },
    kind: { type: 'string' },
    visible: FEEL,
    required: { anyOf: [{ type: 'boolean' }, FEEL] },
    readOnly: { anyOf: [{ type: 'boolean' }, FEEL] },
    computed: FEEL,
    prefill: { enum: ['open', 'locked'] },
    valid: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['rule', 'text'],
        additionalProperties: false,
        properties: { rule: FEEL, text: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$' } },
      },
    },
  },
};
const FORM = {
  type: 'object',
  required: ['label', 'pages'],
  additionalProperties: false,
  properties: {
    label: FEEL,
    copies: FEEL,
    delivery: { type: 'object', additionalProperties: false, properties: { mailbox: FEEL, afterCheck: FEEL } },
    email: { type: 'string' },
    oldestAccepted: { type: 'integer', minimum: 1 },
    pages: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['key', 'fields'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,40}$' },
          visible: FEEL,
          fields: { type: 'array', minItems: 1, maxItems: 1_000, items: FIELD },
        },
      },
    },
  },
};
const checkShape = Compile(FORM as never);
const checkOptions = new Map<KindName, ReturnType<typeof Compile>>();

/** Something in a form that its author has to change, and where: `pages/who/forWhom/visible`. */
export interface FormProblem {
  at: string;
  says: string;
}

/** The definition in `raw`, or all that is wrong with its shape. */
export function readDefinition(raw: unknown): FormDefinition | FormProblem[] {
  const [, problems] = checkShape.Errors(raw);
  if (problems.length > 0) return problems.map((one) => ({ at: one.instancePath || '/', says: one.message }));
  const problemsOfFields: FormProblem[] = [];
  const given = raw as Omit<FormDefinition, 'pages'> & { pages: { key: string; fields: Record<string, unknown>[] }[] };
  const pages = given.pages.map((page) => ({
    ...page,
    fields: page.fields.flatMap((field) => {
      const at = `pages/${page.key}/${field.key}`;
      const { kind } = field;
      if (!isKindName(kind)) {
        problemsOfFields.push({ at, says: `there is no kind of field «${kind}»` });
        return [];
      }
      const options = Object.fromEntries(Object.entries(field).filter(([key]) => !OWN.has(key)));
      problemsOfFields.push(...optionProblems(kind, options, at));
      return [
        { ...Object.fromEntries(Object.entries(field).filter(([key]) => OWN.has(key))), options } as FieldDefinition,
      ];
    }),
  }));
  return problemsOfFields.length > 0 ? problemsOfFields : ({ ...given, pages } as FormDefinition);
}

function optionProblems(kind: KindName, options: Options, at: string): FormProblem[] {
  let check = checkOptions.get(kind);
  if (!check) {
    check = Compile({ type: 'object', additionalProperties: false, ...kindOf(kind).optionsSchema } as never);
    checkOptions.set(kind, check);
  }
  const [, problems] = check.Errors(options);
  return problems.map((one) => ({
    at: at + one.instancePath,
    says: one.message === 'schema is false' ? `a field of kind ${kind} does not know this` : one.message,
  }));
}
