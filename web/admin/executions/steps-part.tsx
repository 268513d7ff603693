import Box from '@cloudscape-design/components/box';
import type { ExecutionView } from '../../../contracts/console/executions.js';
import { useWords } from '../page/catalogue.js';
import { StepBar } from '../shell/step-bar.js';
import { useMoments } from '../shell/use-moments.js';
import type { MachineGraph } from '../graph/machine-graph.js';
import type { MachineWords } from './machine-words.js';
import type { StateRuns } from './state-status.js';
import { stepsOfRun } from './steps-of-run.js';
import { SINGLE } from './words.single.js';

interface StepsProps {
  readonly graph: MachineGraph;
  readonly runs: StateRuns;
  readonly words: MachineWords;
}

/** The steps of a workflow, and which of them the work is in. */
export function StepsPart({ graph, runs, words: named }: StepsProps) {
  const words = useWords(SINGLE);
  const steps = stepsOfRun(graph, runs);
  if (steps.length < 2) return undefined;
  return (
    <StepBar
      label={words.steps}
      steps={steps.map(({ step, status }) => ({
        id: step,
        name: named.step(step),
        status,
        said: words.stepStatuses[status],
      }))}
    />
  );
}

/** Who is asked now, and until when. */
export function AskedPart({ asks }: { asks: NonNullable<ExecutionView['asks']> }) {
  const words = useWords(SINGLE);
  const { moment } = useMoments();
  const who = ({ to, toName }: (typeof asks)[number]): string => {
    if (to === 'resident') return words.theResident;
    return to === 'nobody' ? words.nobody : (toName ?? to);
  };
  return (
    <div>
      <Box variant="awsui-key-label">{words.askedNow}</Box>
      {asks.length === 0
        ? words.nobodyAsked
        : asks.map((ask) => (
            <div key={`${ask.kind} ${ask.to} ${ask.askedAt}`}>{words.askedOf(who(ask), moment(ask.due))}</div>
          ))}
    </div>
  );
}
