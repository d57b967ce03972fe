import { FeelMistake, type FeelNode, nameOf, partsOf, readFeel } from './feel-tree.ts';
import {
  BOOLEAN,
  entryOf,
  type FeelContext,
  type FeelType,
  type FeelValue,
  isList,
  join,
  listOf,
  NULL,
  NUMBER,
  spell,
} from './feel-value.ts';
import { BUILTINS } from './functions.ts';
import { filter, iteration } from './iterations.ts';
import { booleanLiteral, dateTimeLiteral, nullLiteral, numberLiteral, stringLiteral, textOf } from './literals.ts';
import { arithmetic, type Compile, comparison, expect, logical } from './operators.ts';
import type { Closure } from './run.ts';
import { type Compiled, rootScope, type Scope } from './scope.ts';

export type CompiledFeel =
  | { kind: 'compiled'; run: Closure; type: FeelType /** Names of roots that it reads. */; reads: ReadonlySet<string> }
  | { kind: 'mistake'; says: string; at: number };

/** Names that an expression may use, with their types, in the order of `Run.roots`. */
export type Roots = ReadonlyMap<string, { slot: number; type: FeelType }>;

/**
 * Turns `source` into a closure, once. Everything that can be wrong is found here: names, types, syntax; a closure that
 * runs can only run out of steps. `wanted` is the type that the place needs.
 */
export function compileFeel(source: string, roots: Roots, wanted?: FeelType): CompiledFeel {
  const reads = new Set<string>();
  try {
    const tree = readFeel(source);
    const { run, type } = compile(
      tree,
      rootScope(roots, (name) => reads.add(name)),
    );
    if (wanted && !join(type, wanted)) expect({ run, type }, wanted, tree);
    return { kind: 'compiled', run, type, reads };
  } catch (error) {
    if (error instanceof FeelMistake) return { kind: 'mistake', says: error.message, at: error.at };
    throw error;
  }
}

const NODES: ReadonlyMap<string, (node: FeelNode, scope: Scope, compile: Compile) => Compiled> = new Map([
  ['null', nullLiteral],
  ['BooleanLiteral', booleanLiteral],
  ['NumericLiteral', numberLiteral],
  ['StringLiteral', stringLiteral],
  ['DateTimeLiteral', dateTimeLiteral],
  ['Conjunction', logical],
  ['Disjunction', logical],
  ['Comparison', comparison],
  ['ArithmeticExpression', arithmetic],
  ['ForExpression', iteration],
  ['QuantifiedExpression', iteration],
  ['FilterExpression', filter],
  ['VariableName', variable],
  ['ParenthesizedExpression', (node, scope) => compile(onlyPart(node), scope)],
  ['PathExpression', path],
  ['IfExpression', conditional],
  ['List', list],
  ['Context', context],
  ['FunctionInvocation', invocation],
]);

function compile(node: FeelNode, scope: Scope): Compiled {
  const make = NODES.get(node.name);
  if (!make) throw new FeelMistake(`«${node.text.slice(0, 40)}» is not possible in a form`, node.from);
  return make(node, scope, compile);
}

function onlyPart(node: FeelNode): FeelNode {
  const [part, more] = partsOf(node);
  if (!part || more) throw new FeelMistake('one expression is needed', node.from);
  return part;
}

function variable(node: FeelNode, scope: Scope): Compiled {
  const found = scope.find(nameOf(node));
  if (!found) throw new FeelMistake(`there is no field «${nameOf(node)}»`, node.from);
  return found;
}

/** An entry of a context, or of each context of a list. */
function path(node: FeelNode, scope: Scope): Compiled {
  const [ownerNode, entryNode] = partsOf(node);
  if (!ownerNode || !entryNode) throw new FeelMistake('not understood here', node.from);
  const owner = compile(ownerNode, scope);
  const key = nameOf(entryNode);
  if (owner.type.kind === 'list') {
    const each = entry(owner.type.of, key, entryNode);
    return {
      type: listOf(each.type),
      run: (run) => {
        const all = owner.run(run);
        return all === null ? null : (all as readonly FeelValue[]).map(each.read);
      },
    };
  }
  const { type, read } = entry(owner.type, key, entryNode);
  return { type, run: (run) => read(owner.run(run)) };
}

const OF_DATE: Record<string, (date: string) => number> = Object.assign(Object.create(null), {
  year: (date: string) => Number(date.slice(0, 4)),
  month: (date: string) => Number(date.slice(5, 7)),
  day: (date: string) => Number(date.slice(8, 10)),
});
const OF_MONTHS: Record<string, (months: number) => number> = Object.assign(Object.create(null), {
  years: (months: number) => Math.trunc(months / 12),
  months: (months: number) => months % 12,
});

function entry(type: FeelType, key: string, node: FeelNode): { type: FeelType; read(value: FeelValue): FeelValue } {
  const part = type.kind === 'date' ? OF_DATE[key] : type.kind === 'months' ? OF_MONTHS[key] : undefined;
  if (part) return { type: NUMBER, read: (value) => (value === null ? null : part(value as never)) };
  const found = type.kind === 'context' ? type.entries.get(key) : undefined;
  if (!found) throw new FeelMistake(`a ${spell(type)} has no «${key}»`, node.from);
  return {
    type: found,
    read: (value) =>
      value !== null && typeof value === 'object' && !isList(value) ? entryOf(value as FeelContext, key) : null,
  };
}

function conditional(node: FeelNode, scope: Scope): Compiled {
  const [testNode, yesNode, noNode] = partsOf(node);
  if (!testNode || !yesNode || !noNode) throw new FeelMistake('if, then and else are needed', node.from);
  const test = expect(compile(testNode, scope), BOOLEAN, testNode).run;
  const [yes, no] = [compile(yesNode, scope), compile(noNode, scope)];
  const type = join(yes.type, no.type);
  if (!type) throw new FeelMistake(`then is a ${spell(yes.type)}, else a ${spell(no.type)}`, node.from);
  return { type, run: (run) => (test(run) === true ? yes.run(run) : no.run(run)) };
}

function list(node: FeelNode, scope: Scope): Compiled {
  const items = partsOf(node).map((part) => compile(part, scope));
  const of = items.reduce<FeelType | undefined>((all, { type }) => all && join(all, type), NULL);
  if (!of) throw new FeelMistake('the values of a list must be of one kind', node.from);
  return { type: listOf(of), run: (run) => items.map((item) => item.run(run)) };
}

function context(node: FeelNode, scope: Scope): Compiled {
  const entries = partsOf(node).map((part) => {
    const [key, value] = partsOf(part);
    if (!key || !value) throw new FeelMistake('not understood here', part.from);
    const name = key.children[0]?.name === 'StringLiteral' ? textOf(key.children[0]) : nameOf(key);
    return { name, ...compile(value, scope) };
  });
  return {
    type: { kind: 'context', entries: new Map(entries.map(({ name, type }) => [name, type])) },
    run(run) {
      const made: Record<string, FeelValue> = Object.create(null);
      for (const { name, run: value } of entries) made[name] = value(run);
      return made;
    },
  };
}

function invocation(node: FeelNode, scope: Scope): Compiled {
  const [nameNode, parameters] = [node.children[0], node.children.find(({ name }) => name.endsWith('Parameters'))];
  const name = nameNode ? nameOf(nameNode) : '';
  const builtin = nameNode && ['VariableName', 'SpecialFunctionName'].includes(nameNode.name) && BUILTINS.get(name);
  if (!builtin) throw new FeelMistake(`there is no function «${name}»`, node.from);
  if (parameters?.name === 'NamedParameters')
    throw new FeelMistake('values are given in order, not by name', node.from);
  const given = parameters ? partsOf(parameters).map((part) => compile(part, scope)) : [];
  const type = builtin.result(given.map((one) => one.type));
  if (typeof type === 'string') throw new FeelMistake(`${name}: ${type}`, node.from);
  return {
    type,
    run: (run) =>
      builtin.run(
        given.map((one) => one.run(run)),
        run,
      ),
  };
}
