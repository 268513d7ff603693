import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { HeadedPart } from '../shell/headed.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { JsonText } from './json-text.js';
import { allStates, type MachineGraph } from '../graph/machine-graph.js';
import type { MachineWords } from './machine-words.js';
import type { StateRuns } from './state-status.js';
import { StateStatusLabel } from './status-label.js';
import { EXECUTIONS } from './words.js';

interface StatePanelProps {
  readonly machine: MachineGraph;
  readonly words: MachineWords;
  readonly runs: StateRuns;
  readonly events: readonly HistoryEvent[];
  readonly chosen: string | undefined;
}

/** The state that is chosen: what it is for, how it stands, what went in and came out the last time. */
export function StatePanel({ machine, words: named, runs, events, chosen }: StatePanelProps) {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const state = allStates(machine).find(({ name }) => name === chosen);
  const run = state && runs.get(state.name);
  const entered = events.find(({ id }) => id === run?.event)?.stateEnteredEventDetails;
  const exited = events.findLast(
    (event) => event.stateExitedEventDetails?.name === chosen,
  )?.stateExitedEventDetails;
  return (
    <HeadedPart title={state ? named.whole(state.name) : words.state}>
      {state ? (
        <SpaceBetween size="m">
          <Box variant="p">{named.statePurpose(state.name, state.comment)}</Box>
          <KeyValuePairs
            columns={2}
            items={[
              { label: words.status, value: <StateStatusLabel status={run?.status ?? 'not-reached'} /> },
              { label: words.type, value: words.stateTypes[state.type] ?? state.type },
              { label: words.entered, value: run?.entered ?? 0 },
              { label: words.lastEntered, value: run ? moment(run.at) : '–' },
            ]}
          />
          {entered?.input !== undefined && <JsonText text={entered.input} label={words.input} />}
          {exited?.output !== undefined && <JsonText text={exited.output} label={words.output} />}
        </SpaceBetween>
      ) : (
        <Box color="text-body-secondary">{words.chooseState}</Box>
      )}
    </HeadedPart>
  );
}
