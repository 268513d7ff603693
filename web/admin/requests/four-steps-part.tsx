import Container from '@cloudscape-design/components/container';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { fourSteps, type Step, type StepState } from '../../../domain/request/steps.js';
import { useWords } from '../page/catalogue.js';
import { type ShownStep, StepBar } from '../shell/step-bar.js';
import { REQUEST } from './words.request.js';
import { REQUESTS } from './words.js';

/** The four steps, and in which of them the request is. */
export function FourStepsPart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUEST).steps;
  const { statuses } = useWords(REQUESTS);
  const statusOf = (step: Step, state: StepState): Pick<ShownStep, 'status' | 'said'> => {
    const isStuck = request.trouble !== undefined && step === request.step;
    if (state === 'now') {
      const said = statuses[request.status];
      return isStuck ? { status: 'broken', said: `${words.stuck} · ${said}` } : { status: 'here', said };
    }
    return isStuck ? { status: 'broken', said: words.stuck } : { status: state, said: words.states[state] };
  };
  return (
    <Container>
      <StepBar
        label={words.label}
        steps={fourSteps(request).map(({ step, state }) => ({
          id: step,
          name: words.names[step],
          ...statusOf(step, state),
        }))}
      />
    </Container>
  );
}
