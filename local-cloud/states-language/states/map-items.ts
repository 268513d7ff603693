import type { MapState } from '../definition/machine.js';
import { itemAt, type Step } from '../engine/step.js';
import type { Branches, Tolerances } from '../execution/execution-state.js';
import { evaluateInteger, evaluateTemplate, unexpectedKind } from '../expressions/evaluate-template.js';
import { isJsonArray, isJsonObject, plainNumber, type Json } from '../json.js';

/** The items of a Map; `keyed` when they are the members of an object, each `{Key, Value}`. */
export type Items = Pick<Branches, 'inputs' | 'keyed'>;

/** The members of an array, or those of an object as pairs; undefined for anything else. */
export function itemsIn(value: Json | undefined): Items | undefined {
  if (isJsonArray(value)) return { inputs: value };
  if (!isJsonObject(value)) return undefined;
  return { inputs: Object.entries(value).map(([Key, Value]) => ({ Key, Value })), keyed: true };
}

/** The items that the state itself gives, or was given. */
export async function itemsOf(step: Step<MapState>): Promise<Items> {
  const { Items: template } = step.state;
  const given =
    template === undefined ? step.run.input : await evaluateTemplate(template, 'Items', step.scope());
  const items = itemsIn(given);
  if (items === undefined) throw unexpectedKind(template ?? '{% $states.input %}', 'Items', 'array', given);
  return items;
}

/** The input of an iteration: the item, or the result of ItemSelector. */
export async function selected(step: Step<MapState>, items: Items, index: number): Promise<Json> {
  const { ItemSelector } = step.state;
  if (ItemSelector === undefined) return items.inputs[index] ?? null;
  const context = { Map: { Item: itemAt(items, index) } };
  return evaluateTemplate(ItemSelector, 'ItemSelector', step.scope({}, context));
}

export async function tolerancesOf(step: Step<MapState>): Promise<Tolerances> {
  const { ToleratedFailureCount, ToleratedFailurePercentage: template } = step.state;
  const scope = step.scope();
  const count =
    ToleratedFailureCount === undefined
      ? undefined
      : await evaluateInteger(ToleratedFailureCount, 'ToleratedFailureCount', scope, 0, 1_000_000_000);
  const percentage =
    template === undefined
      ? undefined
      : plainNumber(await evaluateTemplate(template, 'ToleratedFailurePercentage', scope));
  if (template !== undefined && typeof percentage !== 'number')
    throw unexpectedKind(template, 'ToleratedFailurePercentage', 'number', percentage ?? null);
  return {
    ...(count === undefined ? {} : { count }),
    ...(typeof percentage === 'number' ? { percentage } : {}),
  };
}

/** How many iterations of so many may fail; the stricter of the two limits counts. */
export function toleratedOf({ count, percentage }: Tolerances, length: number): number {
  if (count === undefined && percentage === undefined) return 0;
  const share = percentage === undefined ? Infinity : Math.floor((percentage * length) / 100);
  return Math.min(count ?? Infinity, share);
}
