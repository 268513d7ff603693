// Step Functions alone, without the cloud around it.
export type { Clock, ControlledClock } from './clock/clock.js';
export { createClock } from './clock/create-clock.js';
export { readDefinition } from './states-language/definition/read-definition.js';
export { decide } from './states-language/engine/decide.js';
export { notStarted, type ExecutionState } from './states-language/execution/execution-state.js';
export {
  IntegrationError,
  type Integrate,
  type IntegrationCall,
  type StepFunctions,
  type StepFunctionsOptions,
} from './step-functions/ports.js';
export { createStepFunctions } from './step-functions/service.js';
