import { isDeepStrictEqual } from 'node:util';
import { toJson, type Json } from '../../states-language/json.js';
import { shownLogging } from '../logging.js';

/** `tracingConfiguration` as it is described; what was not given is the default. Nothing is traced. */
export function tracingOf(given: unknown): Json {
  return toJson(given ?? { enabled: false });
}

/** Shown by `includedData: METADATA_ONLY` instead of a definition. */
export const NO_DEFINITION = '{}';

/** CreateStateMachine's comparison of two machines of one name: the role and the tags do not count (API reference). */
export function isSameMachine(
  known: MachineSettings,
  { definition, loggingConfiguration, tracingConfiguration }: MachineSettings,
): boolean {
  return (
    known.definition === definition &&
    isDeepStrictEqual(shownLogging(known.loggingConfiguration), shownLogging(loggingConfiguration)) &&
    isDeepStrictEqual(tracingOf(known.tracingConfiguration), tracingOf(tracingConfiguration))
  );
}

interface MachineSettings {
  readonly definition: string;
  readonly loggingConfiguration?: unknown;
  readonly tracingConfiguration?: unknown;
}
