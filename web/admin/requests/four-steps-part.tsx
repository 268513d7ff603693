import Container from '@cloudscape-design/components/container';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { fourSteps, type Step, type StepState } from '../../../domain/request/steps.js';
import { useWords } from '../page/catalogue.js';
import { useNarrow } from '../shell/use-narrow.js';
import { REQUEST } from './words.request.js';
import { REQUESTS } from './words.js';

const LOOKS: Readonly<Record<StepState | 'stuck', StepsProps.Status>> = {
  done: 'success',
  now: 'in-progress',
  stuck: 'error',
  ahead: 'pending',
  skipped: 'stopped',
};

/** The four steps, and in which of them the request is. */
export function FourStepsPart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUEST).steps;
  const { statuses } = useWords(REQUESTS);
  const isNarrow = useNarrow();
  const standsOf = (step: Step, state: StepState) =>
    request.trouble && step === request.step ? 'stuck' : state;
  return (
    <Container>
      <Steps
        ariaLabel={words.label}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        steps={fourSteps(request).map(({ step, state }) => ({
          status: LOOKS[standsOf(step, state)],
          header: words.names[step],
          statusIconAriaLabel: words.states[standsOf(step, state)],
          details: state === 'now' ? statuses[request.status] : undefined,
        }))}
      />
    </Container>
  );
}
