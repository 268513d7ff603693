import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { type ReactNode, useMemo, useState } from 'react';
import { isObject, parseJson } from '../../json.js';
import { graphOf } from './definition-graph.js';
import { AskedPart, StepsPart } from './steps-part.js';
import { TimelinePart } from './visit-list.js';
import { SINGLE } from './words.single.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { RequestLink } from '../shell/request-link.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { EventList } from './event-list.js';
import type { ExecutionView, HistoryEvent } from '../../../contracts/console/executions.js';
import { executionPath } from './execution-path.js';
import { ExecutionActions } from './execution-actions.js';
import { JsonText } from './json-text.js';
import { containersOf, type MachineGraph, resultsOf } from '../graph/machine-graph.js';
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
        <Overview execution={execution} standing={status === 'SUCCEEDED' ? words.isDone : said}>
          <StepsPart graph={graph} runs={runs} words={named} />
          {execution.asks && <AskedPart asks={execution.asks} />}
        </Overview>
        <GraphPart graph={graph} runs={runs} events={events} words={named} />
        <TimelinePart execution={execution} events={events} graph={graph} />
        <EventList events={events} startedAt={execution.startedAt} words={named} />
        <ExpandableSection variant="container" headerText={words.definition}>
          <JsonText text={definition} label={words.definition} />
        </ExpandableSection>
      </SpaceBetween>
    </ContentLayout>
  );
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

interface OverviewProps {
  readonly execution: ExecutionView;
  readonly standing: string;
  readonly children: ReactNode;
}

function Overview({ execution, standing, children }: OverviewProps) {
  const words = useWords(EXECUTIONS);
  const single = useWords(SINGLE);
  const { moment } = useMoments();
  const request = requestOf(execution.input);
  return (
    <Container header={<Header variant="h2">{standing === '' ? words.overview : standing}</Header>}>
      <SpaceBetween size="m">
        {children}
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
            { label: single.arn, value: <CopyArn arn={execution.arn} /> },
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

function CopyArn({ arn }: { arn: string }) {
  const words = useWords(SINGLE);
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={arn}
      textToDisplay={arn.slice(arn.lastIndexOf(':') + 1)}
      copyButtonAriaLabel={words.copyArn}
      copySuccessText={words.copied}
      copyErrorText={words.notCopied}
    />
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
