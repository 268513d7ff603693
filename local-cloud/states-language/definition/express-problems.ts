import type { Flow, MapState, State } from './machine.js';
import type { Problem } from './problem.js';

function problemOf(state: State): string | undefined {
  if (state.Type !== 'Task') return undefined;
  const { Resource: resource } = state;
  if (resource.kind === 'activity') return 'Express state machine does not support Activity ARN';
  if (resource.kind === 'function' || resource.pattern === 'request') return undefined;
  const pattern = resource.pattern === 'waitForTaskToken' ? '.waitForTaskToken' : '.sync';
  return `Express state machine does not support '${pattern}' service integration`;
}

/** What a definition has that only Standard machines may have: an Express one waits for nobody. */
export function expressProblems(flow: Flow, at = ''): readonly Problem[] {
  return [...flow.states].flatMap(([name, state]) => {
    const place = `${at}/States/${name}`;
    const message = problemOf(state);
    const own: readonly Problem[] =
      message === undefined
        ? []
        : [{ code: 'SCHEMA_VALIDATION_FAILED', message, location: `${place}/Resource` }];
    if (state.Type === 'Map') return mapProblems(state, place);
    if (state.Type !== 'Parallel') return own;
    return state.Branches.flatMap((branch, index) => expressProblems(branch, `${place}/Branches[${index}]`));
  });
}

function mapProblems({ distributed, ItemProcessor, processor }: MapState, place: string): readonly Problem[] {
  const at = `${place}/${processor}`;
  if (!distributed) return expressProblems(ItemProcessor, at);
  // AWS's own words for this are not known.
  const message = 'Express state machine does not support Distributed Map';
  return [{ code: 'SCHEMA_VALIDATION_FAILED', message, location: `${at}/ProcessorConfig/Mode` }];
}
