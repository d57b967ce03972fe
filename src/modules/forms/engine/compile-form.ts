import { type CompiledFeel, compileFeel, type Roots } from './feel/compile-feel.ts';
import { BOOLEAN, contextOf, type FeelType, NUMBER, STRING } from './feel/feel-value.ts';
import type { Closure } from './feel/run.ts';
import type { FieldKind, Options } from './field-kind.ts';
import { kindOf } from './fields/index.ts';
import type { FieldDefinition, FormDefinition, FormProblem } from './form-definition.ts';

/** What expressions know beside the fields. */
export const OUTSIDE = new Map<string, FeelType>([
  ['portal', contextOf({ key: STRING, country: STRING })],
  ['place', contextOf({ key: STRING })],
  ['visitor', contextOf({ level: STRING, isSignedIn: BOOLEAN, isVerified: BOOLEAN })],
]);

export interface CompiledField {
  key: string;
  page: string;
  definition: FieldDefinition;
  kind: FieldKind;
  options: Options;
  slot: number;
  /** The page's condition and the field's own. */
  visible: readonly Closure[];
  required: Closure | boolean;
  readOnly: Closure | boolean;
  computed?: Closure;
  valid: readonly { rule: Closure; text: string }[];
  /** Conditions of single answers of a choice. */
  offered: ReadonlyMap<string, Closure>;
}

export interface CompiledForm {
  definition: FormDefinition;
  pages: readonly { key: string; visible?: Closure; fields: readonly CompiledField[] }[];
  fields: ReadonlyMap<string, CompiledField>;
  /** All fields, each behind those that its conditions read. */
  order: readonly CompiledField[];
  slots: number;
  slotOf: ReadonlyMap<string, number>;
  label: Closure;
  copies?: Closure;
  mailbox?: Closure;
  afterCheck?: Closure;
}

/** Compiles every expression once, and finds the order in which they can be evaluated. All problems at once. */
export function compileForm(definition: FormDefinition): CompiledForm | FormProblem[] {
  const problems: FormProblem[] = [];
  const roots = rootsOf(definition, problems);
  const reads = new Map<string, Set<string>>();
  const compile = (source: string | undefined, type: FeelType, at: string, reader?: string): Closure | undefined => {
    if (source === undefined) return undefined;
    const compiled: CompiledFeel = compileFeel(source, roots, type);
    if (compiled.kind === 'mistake') {
      problems.push({ at, says: `${compiled.says} (character ${compiled.at + 1})` });
      return undefined;
    }
    if (reader) for (const name of compiled.reads) reads.get(reader)?.add(name);
    return compiled.run;
  };
  const fields = new Map<string, CompiledField>();
  const pages = definition.pages.map((page) => {
    const visible = compile(page.visible, BOOLEAN, `pages/${page.key}/visible`);
    const all = page.fields.map((field) => {
      reads.set(field.key, new Set());
      compile(page.visible, BOOLEAN, `pages/${page.key}/visible`, field.key);
      const compiled = compileField(field, page.key, visible, roots, compile);
      fields.set(field.key, compiled);
      return compiled;
    });
    return { key: page.key, ...(visible && { visible }), fields: all };
  });
  const { delivery } = definition;
  const label = compile(definition.label, STRING, 'label');
  const copies = compile(definition.copies, NUMBER, 'copies');
  const mailbox = compile(delivery?.mailbox, BOOLEAN, 'delivery/mailbox');
  const afterCheck = compile(delivery?.afterCheck, BOOLEAN, 'delivery/afterCheck');
  if (definition.email !== undefined && fields.get(definition.email)?.definition.kind !== 'email')
    problems.push({ at: 'email', says: `there is no e-mail field «${definition.email}»` });
  const order = orderOf(fields, reads, problems);
  if (problems.length > 0 || !label) return unique(problems);
  return {
    definition,
    pages,
    fields,
    order,
    slots: roots.size,
    slotOf: new Map([...roots].map(([name, { slot }]) => [name, slot])),
    label,
    ...(copies && { copies }),
    ...(mailbox && { mailbox }),
    ...(afterCheck && { afterCheck }),
  };
}

function rootsOf(definition: FormDefinition, problems: FormProblem[]): Roots {
  const roots = new Map<string, { slot: number; type: FeelType }>();
  for (const [name, type] of OUTSIDE) roots.set(name, { slot: roots.size, type });
  const pages = new Set<string>();
  for (const page of definition.pages) {
    if (pages.has(page.key)) problems.push({ at: `pages/${page.key}`, says: 'there are two pages with this key' });
    pages.add(page.key);
    for (const field of page.fields) {
      if (roots.has(field.key)) problems.push({ at: `pages/${page.key}/${field.key}`, says: 'this name is taken' });
      roots.set(field.key, { slot: roots.size, type: kindOf(field.kind).feelType(field.options) });
    }
  }
  return roots;
}

type CompileAt = (source: string | undefined, type: FeelType, at: string, reader?: string) => Closure | undefined;

function compileField(
  field: FieldDefinition,
  page: string,
  pageVisible: Closure | undefined,
  roots: Roots,
  compile: CompileAt,
): CompiledField {
  const at = `pages/${page}/${field.key}`;
  const root = roots.get(field.key);
  const visible = compile(field.visible, BOOLEAN, `${at}/visible`, field.key);
  const computed = root && compile(field.computed, root.type, `${at}/computed`, field.key);
  const flag = (given: boolean | string | undefined, otherwise: boolean, name: string): Closure | boolean =>
    typeof given === 'string' ? (compile(given, BOOLEAN, `${at}/${name}`) ?? otherwise) : (given ?? otherwise);
  const offered = new Map<string, Closure>();
  if (Array.isArray(field.options.options))
    for (const option of field.options.options as (string | { key: string; visible?: string })[]) {
      if (typeof option === 'string') continue;
      const when = compile(option.visible, BOOLEAN, `${at}/options/${option.key}`);
      if (when) offered.set(option.key, when);
    }
  return {
    key: field.key,
    page,
    definition: field,
    kind: kindOf(field.kind),
    options: field.options,
    slot: root?.slot ?? 0,
    visible: [pageVisible, visible].filter((closure) => closure !== undefined),
    required: flag(field.required, field.computed === undefined, 'required'),
    readOnly: flag(field.readOnly, field.computed !== undefined, 'readOnly'),
    ...(computed && { computed }),
    valid: (field.valid ?? []).flatMap(({ rule, text }) => {
      const closure = compile(rule, BOOLEAN, `${at}/valid/${text}`);
      return closure ? [{ rule: closure, text }] : [];
    }),
    offered,
  };
}

/** Depth first; a field that hangs on itself has no order. */
function orderOf(
  fields: ReadonlyMap<string, CompiledField>,
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  problems: FormProblem[],
): CompiledField[] {
  const order: CompiledField[] = [];
  const done = new Map<string, 'open' | 'done'>();
  const visit = (key: string): void => {
    const field = fields.get(key);
    if (!field || done.get(key) === 'done') return;
    if (done.get(key) === 'open') {
      problems.push({ at: `pages/${field.page}/${key}`, says: 'its conditions hang on themselves, in a circle' });
      return;
    }
    done.set(key, 'open');
    for (const read of reads.get(key) ?? []) visit(read);
    done.set(key, 'done');
    order.push(field);
  };
  for (const key of fields.keys()) visit(key);
  return order;
}

const unique = (problems: readonly FormProblem[]): FormProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.at} ${problem.says}`, problem])).values(),
];
