import Container from '@cloudscape-design/components/container';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { fourSteps } from '../../../domain/request/steps.js';
import { useWords } from '../page/catalogue.js';
import { StepBar } from '../shell/step-bar.js';
import { REQUEST } from './words.request.js';
import { REQUESTS } from './words.js';

/** The four steps, and in which of them the request is. */
export function FourStepsPart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUEST).steps;
  const { statuses } = useWords(REQUESTS);
  const isStuck = (step: string) => request.trouble !== undefined && step === request.step;
  return (
    <Container>
      <StepBar
        label={words.label}
        steps={fourSteps(request).map(({ step, state }) => ({
          id: step,
          name: words.names[step],
          ...(isStuck(step)
            ? {
                status: 'broken',
                said: [words.stuck, ...(state === 'now' ? [statuses[request.status]] : [])].join(' · '),
              }
            : state === 'now'
              ? { status: 'here', said: statuses[request.status] }
              : { status: state, said: words.states[state] }),
        }))}
      />
    </Container>
  );
}
