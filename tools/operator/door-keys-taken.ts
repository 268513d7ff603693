import type { Templates } from '../../adapters/deployed-stacks.js';
import type { StageNames } from '../../infra/stage-names.js';

interface Secrets {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: { readonly Name?: unknown } }>
  >;
}

/**
 * The numbers of the front door's keys that functions take which are deployed: those whose secrets are there (infra/edge.ts). None where no distribution
 * stands before them.
 */
export function doorKeysTaken(deployed: Templates, names: StageNames): readonly number[] {
  const all = [...deployed.values()].flatMap((template) =>
    Object.values((template as Secrets).Resources ?? {}),
  );
  return all.flatMap(({ Type, Properties }) => {
    const name = Properties?.Name;
    if (Type !== 'AWS::SecretsManager::Secret' || typeof name !== 'string') return [];
    if (name === names('door')) return [1];
    const number = name.startsWith(names('door-')) ? Number(name.slice(names('door-').length)) : Number.NaN;
    return Number.isInteger(number) ? [number] : [];
  });
}

/**
 * The distribution is deployed before the functions, and shows those of before a key at once. Answers which number is to be deployed first, where they do
 * not take the one that is wanted; undefined where they do.
 */
export function doorKeyBefore(wanted: number, taken: readonly number[]): number | undefined {
  if (taken.length === 0 || taken.includes(wanted)) return undefined;
  return wanted > Math.max(...taken) ? Math.max(...taken) : Math.min(...taken);
}
