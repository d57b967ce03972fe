import { FeelMistake, type FeelNode, nameOf, partsOf } from './feel-tree.ts';
import { BOOLEAN, type FeelType, type FeelValue, listOf, NULL, NUMBER, spell } from './feel-value.ts';
import type { Compile } from './operators.ts';
import { expect } from './operators.ts';
import { type Closure, OutOfSteps, type Run, spend } from './run.ts';
import { type Compiled, type Scope, withItem, withLocal } from './scope.ts';

type List = readonly FeelValue[];

interface Source {
  index: number;
  list: Closure;
}

/** `for x in xs return …`, `some x in xs satisfies …`, `every x in xs satisfies …`. */
export function iteration(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const [sourcesNode, body] = partsOf(node);
  if (!sourcesNode || !body) throw new FeelMistake('not understood here', node.from);
  let inner = scope;
  const sources: Source[] = partsOf(sourcesNode).map((part) => {
    const [name, from] = partsOf(part);
    if (!name || !from) throw new FeelMistake('not understood here', part.from);
    const { list, of } = iterated(from, inner, compile);
    const index = inner.depth;
    inner = withLocal(inner, nameOf(name), of);
    return { index, list };
  });
  const each = compile(body, inner);
  if (node.name === 'ForExpression')
    return {
      type: listOf(each.type),
      run(run) {
        const out: FeelValue[] = [];
        const whole = walk(run, sources, 0, () => {
          out.push(each.run(run));
          return false;
        });
        return whole === null ? null : out;
      },
    };
  expect(each, BOOLEAN, body);
  return quantified(node.children[0]?.text === 'some', sources, each.run);
}

/** True for `some` as soon as one is true, false for `every` as soon as one is false; else unknown ones count. */
function quantified(isSome: boolean, sources: readonly Source[], each: Closure): Compiled {
  return {
    type: BOOLEAN,
    run(run) {
      let unknown = false;
      const found = walk(run, sources, 0, () => {
        const is = each(run);
        if (is === null) unknown = true;
        return is === isSome;
      });
      if (found === null) return null;
      return found ? isSome : unknown ? null : !isSome;
    },
  };
}

/** Visits all combinations until `visit` says true. Null when a list is unknown. */
function walk(run: Run, sources: readonly Source[], at: number, visit: () => boolean): boolean | null {
  const source = sources[at];
  if (!source) return visit();
  const list = source.list(run) as List | null;
  if (list === null) return null;
  for (const item of list) {
    spend(run, 1);
    run.locals[source.index] = item;
    const found = walk(run, sources, at + 1, visit);
    if (found !== false) return found;
  }
  return false;
}

function iterated(node: FeelNode, scope: Scope, compile: Compile): { list: Closure; of: FeelType } {
  const [from, until] = partsOf(node).map((part) => ({ ...compile(part, scope), node: part }));
  if (!from) throw new FeelMistake('not understood here', node.from);
  if (until) {
    const [low, high] = [expect(from, NUMBER, from.node).run, expect(until, NUMBER, until.node).run];
    return { of: NUMBER, list: (run) => range(run, low(run), high(run)) };
  }
  if (from.type.kind === 'null') return { of: NULL, list: from.run };
  if (from.type.kind !== 'list') throw new FeelMistake(`«${node.text}» is a ${spell(from.type)}, no list`, node.from);
  return { of: from.type.of, list: from.run };
}

/** Whole numbers from one to the other, downwards too. Counted before it is made. */
function range(run: Run, from: FeelValue, until: FeelValue): FeelValue {
  if (typeof from !== 'number' || typeof until !== 'number') return null;
  const length = Math.abs(Math.trunc(until) - Math.trunc(from)) + 1;
  if (!(length <= run.steps)) throw new OutOfSteps();
  spend(run, length);
  const step = until < from ? -1 : 1;
  return Array.from({ length }, (_, at) => Math.trunc(from) + at * step);
}

/** `people[2]`, `people[-1]`, `people[item.age > 3]`, `people[age > 3]`. */
export function filter(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const [listNode, conditionNode] = partsOf(node);
  if (!listNode || !conditionNode) throw new FeelMistake('not understood here', node.from);
  const list = compile(listNode, scope);
  if (list.type.kind !== 'list')
    throw new FeelMistake(`«${listNode.text}» is a ${spell(list.type)}, no list`, listNode.from);
  const { of } = list.type;
  const condition = compile(conditionNode, withItem(scope, of));
  if (condition.type.kind === 'number') return { type: of, run: (run) => itemAt(list.run(run), condition.run(run)) };
  expect(condition, BOOLEAN, conditionNode);
  const index = scope.depth;
  return {
    type: list.type,
    run(run) {
      const all = list.run(run) as List | null;
      if (all === null) return null;
      spend(run, all.length);
      return all.filter((item) => {
        run.locals[index] = item;
        return condition.run(run) === true;
      });
    },
  };
}

function itemAt(list: FeelValue, at: FeelValue): FeelValue {
  if (list === null || typeof at !== 'number') return null;
  const items = list as List;
  return (at > 0 ? items[at - 1] : items.at(at)) ?? null;
}
