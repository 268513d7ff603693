import Container from '@cloudscape-design/components/container';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { useNarrow } from '../shell/use-narrow.js';
import { fourSteps, type StepState } from './four-steps.js';
import { REQUEST } from './words.request.js';
import { REQUESTS } from './words.js';

const LOOKS: Readonly<Record<StepState, StepsProps.Status>> = {
  done: 'success',
  open: 'in-progress',
  stuck: 'error',
  waiting: 'pending',
};

/** The four steps, and in which of them the request is. */
export function FourStepsPart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUEST).steps;
  const { statuses } = useWords(REQUESTS);
  const isNarrow = useNarrow();
  return (
    <Container>
      <Steps
        ariaLabel={words.label}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        steps={fourSteps(request).map(({ step, state }) => ({
          status: LOOKS[state],
          header: words.names[step],
          statusIconAriaLabel: words.states[state],
          details: state === 'open' || state === 'stuck' ? statuses[request.status] : undefined,
        }))}
      />
    </Container>
  );
}
