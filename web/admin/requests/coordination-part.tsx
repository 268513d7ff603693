import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { REQUESTS } from './words.js';
import { HeadedPart } from '../shell/headed.js';

type Coordination = NonNullable<ConsoleRequest['coordination']>;

const LOOKS: Readonly<Record<'done' | 'open' | 'waiting', StepsProps.Status>> = {
  done: 'success',
  open: 'in-progress',
  waiting: 'pending',
};

/** The stages of a programme, and how far each has come. */
export function CoordinationPart({ coordination }: { coordination: Coordination }) {
  const words = useWords(REQUESTS).programme;
  const { programme, stages, refused } = coordination;
  return (
    <HeadedPart title={words.title} description={programme}>
      <SpaceBetween size="m">
        {refused && (
          <Alert type="warning">{words.refused(refused.byName ?? refused.by, refused.reason ?? '')}</Alert>
        )}
        <Steps
          steps={stages.map(({ name, state, steps }) => ({
            status: LOOKS[state],
            header: words.stage(name, words.states[state]),
            details: steps.map((step) => `${step.name}${step.done ? ' ✓' : ''}`).join(' · '),
          }))}
          ariaLabel={words.title}
        />
      </SpaceBetween>
    </HeadedPart>
  );
}
