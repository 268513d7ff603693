import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useMemo, useState } from 'react';
import { graphOf } from './definition-graph.js';
import { AskedPart, StepsPart } from './steps-part.js';
import { TimelinePart } from './visit-list.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EventList } from './event-list.js';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { ExecutionOverview, InTrouble } from './execution-overview.js';
import { ExecutionActions } from './execution-actions.js';
import { JsonText } from './json-text.js';
import { containersOf, type MachineGraph, resultsOf } from '../graph/machine-graph.js';
import { type MachineWords, useMachineWords } from './machine-words.js';
import { standingIn, useStanding } from './standing.js';
import { StateGraph } from './state-graph.js';
import { StatePanel } from './state-panel.js';
import { stateRuns, type StateRuns, waysTaken } from './state-status.js';
import { StateTable } from './state-table.js';
import { type ShownExecution, useExecution } from './use-execution.js';
import { EXECUTIONS } from './words.js';
import { executionTitle } from './execution-title.js';

/** One execution: how it stands, its graph, its events, what went in and came out. */
export function ExecutionPage({ parts }: PageProps) {
  const { machine = '', name = '' } = parts;
  const loaded = useExecution(machine, name);
  return (
    <LoadedPart loaded={loaded}>
      {(shown) => <Execution shown={shown} onChanged={loaded.reload} />}
    </LoadedPart>
  );
}

function Execution({ shown, onChanged }: { shown: ShownExecution; onChanged: () => void }) {
  const words = useWords(EXECUTIONS);
  const { language } = usePage();
  const { execution, events } = shown;
  const { machine, status, definition } = execution;
  const named = useMachineWords(machine);
  const graph = useMemo(() => graphOf(definition), [definition]);
  const runs = useMemo(() => {
    const containers = containersOf(graph);
    return stateRuns(events, { containerOf: (state) => containers.get(state), results: resultsOf(graph) });
  }, [events, graph]);
  const standing = useMemo(() => standingIn(graph, runs), [graph, runs]);
  const said = useStanding(machine)(standing, status === 'RUNNING');
  return (
    <HeadedPage
      title={executionTitle(execution.name, language)}
      description={
        <>
          <div>{[named.name, ...(status === 'RUNNING' ? [words.live] : [])].join(' · ')}</div>
          <div>{named.purpose(graph.comment)}</div>
        </>
      }
      actions={<ExecutionActions execution={execution} onChanged={onChanged} />}
    >
      <SpaceBetween size="l">
        <ExecutionOverview execution={execution} standing={status === 'SUCCEEDED' ? words.isDone : said}>
          <InTrouble events={events} status={status} standing={standing[0]?.state} />
          <StepsPart graph={graph} runs={runs} words={named} />
          {execution.asks && <AskedPart asks={execution.asks} />}
        </ExecutionOverview>
        <GraphPart graph={graph} runs={runs} events={events} words={named} />
        <TimelinePart execution={execution} events={events} graph={graph} />
        <EventList events={events} startedAt={execution.startedAt} words={named} />
        <ExpandableSection variant="container" headerText={words.definition}>
          <JsonText text={definition} label={words.definition} />
        </ExpandableSection>
      </SpaceBetween>
    </HeadedPage>
  );
}

interface GraphPartProps {
  readonly graph: MachineGraph;
  readonly runs: StateRuns;
  readonly events: readonly HistoryEvent[];
  readonly words: MachineWords;
}

/** The graph with what is known of the state that is chosen; the same as a table for who would rather read. */
function GraphPart({ graph, runs, events, words: named }: GraphPartProps) {
  const words = useWords(EXECUTIONS);
  const [chosen, setChosen] = useState<string>();
  const taken = useMemo(() => waysTaken(events), [events]);
  const given = { machine: graph, words: named, runs, taken, chosen, onChoose: setChosen };
  return (
    <div className="graph-part">
      <Tabs
        variant="container"
        tabs={[
          { id: 'graph', label: words.graph, content: <StateGraph {...given} /> },
          { id: 'states', label: words.states, content: <StateTable {...given} /> },
        ]}
      />
      <StatePanel machine={graph} words={named} runs={runs} events={events} chosen={chosen} />
    </div>
  );
}
