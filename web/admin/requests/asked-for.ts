import type { ConsoleAsk } from '../../../contracts/console/requests.js';

type Kind = ConsoleAsk['kind'];

/** Of steps that only programmes have, whose names say what is asked. Others may be named after a department. */
const OF_PROGRAMMES: ReadonlySet<Kind> = new Set(['application', 'approval', 'appointment']);

/** What somebody is asked for, in a few words: the step, or what is asked about it. */
export function askedFor({ kind, step }: ConsoleAsk, kinds: Readonly<Record<string, string>>): string {
  const name = kinds[kind] ?? kind;
  if (step === undefined) return name;
  return OF_PROGRAMMES.has(kind) ? step : `${name} · ${step}`;
}
