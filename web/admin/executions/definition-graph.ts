import { isObject, parseJson } from '../../json.js';
import { type MachineGraph, machineGraph } from '../graph/machine-graph.js';

/** The graph of a definition as the API gives it: JSON. */
export function graphOf(definition: string): MachineGraph {
  const value = parseJson(definition);
  return machineGraph(isObject(value) ? value : {});
}
