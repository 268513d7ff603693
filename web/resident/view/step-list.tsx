import { fourSteps } from '../../../domain/request/steps.js';
import { stepName } from '../../../contracts/resident/next-step.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { usePage } from '../page-context.js';

/** The four steps, each with how it stands. */
export function StepList({ request }: { request: TrackedRequest }) {
  const { messages } = usePage();
  const { track } = messages;
  return (
    <ol class="steps" aria-label={track.steps.label}>
      {fourSteps(request).map(({ step, state }) => (
        <li key={step} class={state} aria-current={state === 'now' ? 'step' : undefined}>
          {stepName(request, step, messages)} <span class="hint">{track.stepStates[state]}</span>
        </li>
      ))}
    </ol>
  );
}
