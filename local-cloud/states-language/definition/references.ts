/** A node of JSONata's syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly [member: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes in `value`, which is one, a list of some, or pairs of them. */
function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
}

/**
 * Parts evaluated in the same context as the node itself. Steps after the first, predicates, sorting and groups are
 * not.
 */
const SAME_CONTEXT: Readonly<Record<string, readonly string[]>> = {
  unary: ['expression', 'expressions', 'lhs'],
  binary: ['lhs', 'rhs'],
  apply: ['lhs', 'rhs'],
  function: ['procedure', 'arguments'],
  partial: ['procedure', 'arguments'],
  lambda: ['body'],
  condition: ['condition', 'then', 'else'],
  block: ['expressions'],
  bind: ['rhs'],
};

/**
 * The names that an expression reads from its context, in the order they are written: there is no context in Step
 * Functions, and AWS refuses them. `$` is the context itself.
 */
export function topLevelNames(tree: unknown): readonly string[] {
  const names = new Set<string>();
  const waiting = [...nodesIn(tree)];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node.type === 'name') names.add(String(node.value));
    if (node.type === 'variable' && node.value === '') names.add('$');
    const first = node.type === 'path' && Array.isArray(node.steps) ? nodesIn(node.steps[0]) : [];
    const { [node.type]: members = [] } = SAME_CONTEXT;
    waiting.unshift(...first, ...members.flatMap((member) => nodesIn(node[member])));
  }
  return [...names];
}

/** All objects of the tree, each once. */
function everyObject(tree: unknown): readonly object[] {
  const found = new Set<object>();
  const waiting = [tree];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || found.has(value)) continue;
    found.add(value);
    waiting.push(...Object.values(value));
  }
  return [...found];
}

/** Whether `$$`, the whole input, is read anywhere. */
export function readsRoot(tree: unknown): boolean {
  return everyObject(tree).some((node) => isNode(node) && node.type === 'variable' && node.value === '$');
}

/** The members of `$states` that are read anywhere, by name. */
export function statesMembers(tree: unknown): ReadonlySet<string> {
  const members = new Set<string>();
  for (const node of everyObject(tree)) {
    if (!isNode(node) || node.type !== 'path' || !Array.isArray(node.steps)) continue;
    const [variable, member] = nodesIn(node.steps);
    if (variable?.type !== 'variable' || variable.value !== 'states') continue;
    if (member?.type === 'name') members.add(String(member.value));
  }
  return members;
}
