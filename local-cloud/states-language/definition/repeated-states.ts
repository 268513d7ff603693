import type { Pieces } from '../pieces.js';
import type { Problem } from './problem.js';

/** The role of an object or a list of the definition for its states. */
type Role = 'flow' | 'states' | 'state' | 'branches' | 'other';

interface Holder {
  readonly role: Role;
  readonly at: string;
  /** The names read so far; none of a list. */
  readonly names: Set<string> | undefined;
  /** The name, or the number, of what is read now. */
  current: string;
  items: number;
}

/** Texts and what stands between them: numbers and words say nothing about names. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;
const AT_ONCE = 5_000;

function roleWithin({ role, current }: Holder, isList: boolean): Role {
  if (role === 'flow' && current === 'States') return 'states';
  if (role === 'states') return 'state';
  if (role === 'branches') return 'flow';
  if (role !== 'state') return 'other';
  if (current === 'Branches' && isList) return 'branches';
  return current === 'ItemProcessor' || current === 'Iterator' ? 'flow' : 'other';
}

function opened(within: Holder | undefined, isList: boolean): Holder {
  const names = isList ? undefined : new Set<string>();
  if (within === undefined) return { role: 'flow', at: '', names, current: '', items: 0 };
  const at = within.names === undefined ? `${within.at}[${within.items}]` : `${within.at}/${within.current}`;
  return { role: roleWithin(within, isList), at, names, current: '', items: 0 };
}

/**
 * Two states of one name among the same states, of which a reader of JSON sees the last alone. AWS refuses them
 * (awslabs/statelint issue 39), in which words is not known.
 */
export function* repeatedStates(definition: string): Pieces<readonly Problem[]> {
  const problems: Problem[] = [];
  const holders: Holder[] = [];
  let awaitsName = false;
  let read = 0;
  for (const [token] of definition.matchAll(TOKENS)) {
    const holder = holders.at(-1);
    if (token === '{' || token === '[') {
      holders.push(opened(holder, token === '['));
      awaitsName = token === '{';
    } else if (token === '}' || token === ']') {
      holders.pop();
      awaitsName = false;
    } else if (token === ',' && holder !== undefined) {
      holder.items += 1;
      awaitsName = holder.names !== undefined;
    } else if (awaitsName && holder?.names !== undefined) {
      const name = String(JSON.parse(token));
      if (holder.role === 'states' && holder.names.has(name)) {
        const location = `${holder.at}/${name}`;
        problems.push({ code: 'DUPLICATE_STATE_NAME', message: `Duplicate State name: ${name}`, location });
      }
      holder.names.add(name);
      holder.current = name;
      awaitsName = false;
    }
    read += 1;
    if (read % AT_ONCE === 0) yield;
  }
  return problems;
}
