import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useMemo, useState } from 'react';
import { isObject, parseJson } from '../../json.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { RequestLink } from '../shell/request-link.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { EventTable } from './event-table.js';
import type { ExecutionView, HistoryEvent } from '../../../contracts/console/executions.js';
import { executionPath } from './execution-path.js';
import { ExecutionActions } from './execution-actions.js';
import { JsonText } from './json-text.js';
import { containersOf, type MachineGraph, machineGraph, resultsOf } from '../graph/machine-graph.js';
import { type MachineWords, useMachineWords } from './machine-words.js';
import { standingIn, useStanding } from './standing.js';
import { StateGraph } from './state-graph.js';
import { StatePanel } from './state-panel.js';
import { stateRuns, type StateRuns, waysTaken } from './state-status.js';
import { StateTable } from './state-table.js';
import { ExecutionStatusLabel } from './status-label.js';
import { type ShownExecution, useExecution } from './use-execution.js';
import { EXECUTIONS } from './words.js';

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
  const { execution, events } = shown;
  const { machine, status, definition } = execution;
  const named = useMachineWords(machine);
  const graph = useMemo(() => graphOf(definition), [definition]);
  const runs = useMemo(() => {
    const containers = containersOf(graph);
    return stateRuns(events, { containerOf: (state) => containers.get(state), results: resultsOf(graph) });
  }, [events, graph]);
  const said = useStanding(machine)(standingIn(graph, runs), status === 'RUNNING');
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={
            <>
              <div>{[named.name, ...(status === 'RUNNING' ? [words.live] : [])].join(' · ')}</div>
              <div>{named.purpose(graph.comment)}</div>
            </>
          }
          actions={<ExecutionActions execution={execution} onChanged={onChanged} />}
        >
          {execution.name}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Overview execution={execution} standing={status === 'SUCCEEDED' ? words.isDone : said} />
        <GraphPart graph={graph} runs={runs} events={events} words={named} />
        <EventTable events={events} startedAt={execution.startedAt} words={named} />
        <ExpandableSection variant="container" headerText={words.definition}>
          <JsonText text={definition} label={words.definition} />
        </ExpandableSection>
      </SpaceBetween>
    </ContentLayout>
  );
}

function graphOf(definition: string): MachineGraph {
  const value = parseJson(definition);
  return machineGraph(isObject(value) ? value : {});
}

const requestOf = (input: string): string | undefined => {
  const value = parseJson(input);
  return isObject(value) && typeof value['request'] === 'string' ? value['request'] : undefined;
};

/** A link to another execution of the same machine, where there is one. */
const linkTo = (label: string, { machine }: ExecutionView, name: string | undefined) =>
  name === undefined
    ? []
    : [{ label, value: <PageLink to={executionPath({ machine, name })}>{name}</PageLink> }];

function Overview({ execution, standing }: { execution: ExecutionView; standing: string }) {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const request = requestOf(execution.input);
  return (
    <Container header={<Header variant="h2">{standing === '' ? words.overview : standing}</Header>}>
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={4}
          items={[
            { label: words.status, value: <ExecutionStatusLabel status={execution.status} /> },
            { label: words.started, value: moment(execution.startedAt) },
            {
              label: words.stopped,
              value: execution.stoppedAt === undefined ? words.running : moment(execution.stoppedAt),
            },
            ...(request === undefined ? [] : [{ label: words.request, value: <RequestLink id={request} /> }]),
            ...linkTo(words.retryOf, execution, execution.retryOf),
            ...linkTo(words.retriedAs, execution, execution.retriedAs),
            ...(execution.redrives > 0 ? [{ label: words.redrives, value: execution.redrives }] : []),
          ]}
        />
        {execution.error !== undefined && (
          <Alert type="error" header={words.errors[execution.error] ?? execution.error}>
            {causeText(execution.cause, words.stoppedBy)}
          </Alert>
        )}
        {execution.whyNotRetriable !== undefined && (
          <Alert header={words.notRetriable}>{execution.whyNotRetriable}</Alert>
        )}
        <ExpandableSection headerText={words.data}>
          <ColumnLayout columns={2}>
            <JsonText text={execution.input} label={words.input} />
            {execution.output === undefined ? (
              words.noOutput
            ) : (
              <JsonText text={execution.output} label={words.output} />
            )}
          </ColumnLayout>
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

/** Who stopped it without a reason is what the service noted as the cause: `by <id>`. */
function causeText(cause: string | undefined, stoppedBy: (who: string) => string): string | undefined {
  const who = /^by (\S+)$/.exec(cause ?? '')?.[1];
  return who === undefined ? cause : stoppedBy(who);
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
