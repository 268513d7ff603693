import type { Flow, MapState, State } from './machine.js';
import type { Problem } from './problem.js';

function problemOf(state: State): string | undefined {
  if (state.Type !== 'Task') return undefined;
  const { Resource: resource } = state;
  if (resource.kind === 'activity') return 'Express state machine does not support Activity ARN';
  if (resource.kind === 'function' || resource.pattern === 'request') return undefined;
  // AWS ends the one sentence with a space and the other without, as LocalStack recorded it in July 2024 and October
  // 2025.
  return resource.pattern === 'waitForTaskToken'
    ? "Express state machine does not support '.waitForTaskToken' service integration "
    : "Express state machine does not support '.sync' service integration";
}

/**
 * Parts of a definition that only Standard executions may have: an Express one waits for nobody. Either the whole
 * definition is Express, or only the executions of its Distributed Maps that say so.
 */
export function expressProblems(flow: Flow, isExpress: boolean, at = ''): readonly Problem[] {
  return [...flow.states].flatMap(([name, state]) => {
    const place = `${at}/States/${name}`;
    if (state.Type === 'Map') return mapProblems(state, isExpress, place);
    if (state.Type === 'Parallel') {
      return state.Branches.flatMap((branch, index) =>
        expressProblems(branch, isExpress, `${place}/Branches[${index}]`),
      );
    }
    const message = isExpress ? problemOf(state) : undefined;
    return message === undefined ? [] : [problem(message, `${place}/Resource`)];
  });
}

function mapProblems(map: MapState, isExpress: boolean, place: string): readonly Problem[] {
  const { distributed, express, ItemProcessor, processor } = map;
  const at = `${place}/${processor}`;
  if (!distributed || !isExpress) return expressProblems(ItemProcessor, isExpress || express, at);
  // Measured on AWS with ValidateStateMachineDefinition on 5 September 2026 by cdk-preflight.
  const message =
    "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines";
  return [problem(message, `${at}/ProcessorConfig/Mode`)];
}

const problem = (message: string, location: string): Problem => ({
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});
