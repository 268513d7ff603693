import { parse } from 'yaml';
import { allowanceSchema } from '../../domain/town/allowance.js';
import { checkTown } from '../../domain/town-checks/check-town.js';
import type { Bilingual } from '../../domain/words/language.js';
import { type Town, townSchema } from '../../domain/town/schema.js';
import type { TownPath } from '../../domain/town/town-problem.js';
import { explainIssue } from '../../towns/explain-issue.js';

/** One value of the town's data as it was and as it is to be. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type ChangedTown =
  | { readonly ok: true; readonly town: Town; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

/** A `--set` that names nothing, or gives no value. */
class SetError extends Error {
  constructor(readonly words: Bilingual) {
    super(words.en);
    this.name = 'SetError';
  }
}

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const ALLOWANCES: ReadonlySet<string> = new Set(
  allowanceSchema.options.flatMap((option) => Object.keys(option.shape)),
);

const idOf = (member: unknown, position: number): string => {
  const id = isNode(member) && !Array.isArray(member) ? (member['id'] ?? member['number']) : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : String(position);
};

/** Members of a list are named by their id, or by their position in it. */
function keyIn(node: Node, name: string): string | undefined {
  if (!Array.isArray(node)) return Object.hasOwn(node, name) ? name : undefined;
  const position = node.findIndex((member, i) => idOf(member, i) === name);
  return position < 0 ? undefined : String(position);
}

const childOf = (node: Node, key: string): unknown =>
  Object.entries(node).find(([name]) => name === key)?.[1];

const namesIn = (node: Node): string => (Array.isArray(node) ? node.map(idOf) : Object.keys(node)).join(', ');

function nothingThere(path: string, name: string, node: Node): SetError {
  const names = namesIn(node);
  return new SetError({
    'zh-CN': `--set ${path}：没有“${name}”，可用的有 ${names}`,
    en: `--set ${path}: there is no ${name}; there are ${names}`,
  });
}

/** The settings are what is changed most: their paths need no `settings` before them. */
const startOf = (town: Record<string, unknown>, path: string): string[] => {
  const names = path.split('.');
  const [first = ''] = names;
  return Object.hasOwn(town, first) ? names : ['settings', ...names];
};

/** Sets one value in a copy of the town, whatever it is; the schema judges it afterwards. */
function setIn(town: Record<string, unknown>, text: string): Change {
  const [, path = '', words = ''] = /^([^=\s]+)=(.+)$/s.exec(text) ?? [];
  if (path === '')
    throw new SetError({
      'zh-CN': `--set ${text}：格式应为 路径=值，如 paths.coordinated.settleWithin.workingDays=3`,
      en: `--set ${text}: must be PATH=VALUE, for example paths.coordinated.settleWithin.workingDays=3`,
    });
  const names = startOf(town, path);
  let node: Node = town;
  for (const name of names.slice(0, -1)) {
    const key = keyIn(node, name);
    const child: unknown = key === undefined ? undefined : childOf(node, key);
    if (!isNode(child)) throw nothingThere(path, name, node);
    node = child;
  }
  const last = names.at(-1) ?? '';
  const before: unknown = structuredClone(childOf(node, keyIn(node, last) ?? last));
  // An allowance has one unit: another one takes its place.
  const other = ALLOWANCES.has(last) ? Object.keys(node).filter((unit) => ALLOWANCES.has(unit)) : [];
  const was = before ?? (other.length > 0 ? structuredClone(node) : undefined);
  if (Array.isArray(node) && keyIn(node, last) === undefined) throw nothingThere(path, last, node);
  for (const unit of other) Reflect.deleteProperty(node, unit);
  const after: unknown = parse(words);
  Reflect.set(node, keyIn(node, last) ?? last, after);
  return { path, before: was, after };
}

const shown = (path: TownPath): string => (path[0] === 'settings' ? path.slice(1) : path).join('.');

const problem = (path: TownPath, message: Bilingual): Bilingual => ({
  'zh-CN': `${shown(path)}：${message['zh-CN']}`,
  en: `${shown(path)} ${message.en}`,
});

/** The town with some of its values changed, checked as when it is imported; or everything that is wrong with them. */
export function changeTown(town: Town, sets: readonly string[]): ChangedTown {
  const draft: Record<string, unknown> = structuredClone({ ...town });
  try {
    const changes = sets.map((text) => setIn(draft, text));
    const parsed = townSchema.safeParse(draft);
    const problems = parsed.success
      ? checkTown(parsed.data).map(({ path, message }) => problem(path, message))
      : parsed.error.issues.flatMap((issue) =>
          explainIssue(issue, draft).map(({ path, message }) => problem(path, message)),
        );
    return parsed.success && problems.length === 0
      ? { ok: true, town: parsed.data, changes }
      : { ok: false, problems };
  } catch (error) {
    if (!(error instanceof SetError)) throw error;
    return { ok: false, problems: [error.words] };
  }
}
