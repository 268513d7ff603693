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
import type { ExecutionView } from '../../../contracts/console/executions.js';
import { executionPath } from './executions-page.js';
import { ExecutionActions } from './execution-actions.js';
import { JsonText } from './json-text.js';
import { machineGraph } from './machine-graph.js';
import { StateGraph } from './state-graph.js';
import { StatePanel } from './state-panel.js';
import { stateRuns } from './state-status.js';
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
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={[
            words.machines[execution.machine] ?? execution.machine,
            ...(execution.status === 'RUNNING' ? [words.live] : []),
          ].join(' · ')}
          actions={<ExecutionActions execution={execution} onChanged={onChanged} />}
        >
          {execution.name}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Overview shown={shown} />
        <GraphPart shown={shown} />
        <EventTable events={events} startedAt={execution.startedAt} />
        <ExpandableSection variant="container" headerText={words.definition}>
          <JsonText text={execution.definition} label={words.definition} />
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

function Overview({ shown: { execution } }: { shown: ShownExecution }) {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const request = requestOf(execution.input);
  return (
    <Container header={<Header variant="h2">{words.overview}</Header>}>
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
          <Alert type="error" header={execution.error}>
            {execution.cause}
          </Alert>
        )}
        {execution.whyNotRetriable !== undefined && (
          <Alert header={words.notRetriable}>{execution.whyNotRetriable}</Alert>
        )}
        <ColumnLayout columns={2}>
          <JsonText text={execution.input} label={words.input} />
          {execution.output === undefined ? (
            words.noOutput
          ) : (
            <JsonText text={execution.output} label={words.output} />
          )}
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  );
}

/** The graph with what is known of the state that is chosen; the same as a table for who would rather read. */
function GraphPart({ shown: { execution, events } }: { shown: ShownExecution }) {
  const words = useWords(EXECUTIONS);
  const [chosen, setChosen] = useState<string>();
  const { definition } = execution;
  const machine = useMemo(() => {
    const value = parseJson(definition);
    return machineGraph(isObject(value) ? value : {});
  }, [definition]);
  const runs = useMemo(() => stateRuns(events), [events]);
  const given = { machine, runs, chosen, onChoose: setChosen };
  return (
    <div className="graph-part">
      <Tabs
        variant="container"
        tabs={[
          { id: 'graph', label: words.graph, content: <StateGraph {...given} /> },
          { id: 'states', label: words.states, content: <StateTable {...given} /> },
        ]}
      />
      <StatePanel machine={machine} runs={runs} events={events} chosen={chosen} />
    </div>
  );
}
