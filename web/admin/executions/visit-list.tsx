import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import type { ExecutionView, HistoryEvent } from '../../../contracts/console/executions.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPart } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { useMoments } from '../shell/use-moments.js';
import { containersOf, type MachineGraph, resultsOf } from '../graph/machine-graph.js';
import { executionPath } from './execution-path.js';
import { executionTitle } from './execution-title.js';
import { functionUrl } from './function-url.js';
import { JsonText } from './json-text.js';
import { graphOf } from './definition-graph.js';
import { machineWords } from './machine-words.js';
import { type Bar, barsOf, isTelling, stateVisits, type StateVisit } from './state-visits.js';
import { useFailureText } from './trouble-sign.js';
import { useExecution } from './use-execution.js';
import { EXECUTIONS } from './words.js';
import { SINGLE } from './words.single.js';

const ROWS = 50;

interface VisitListProps {
  readonly execution: ExecutionView;
  readonly events: readonly HistoryEvent[];
  readonly graph: MachineGraph;
}

/** The states of an execution, one after the other: how long, how often they failed, input and output. */
export function VisitList({ execution, events, graph }: VisitListProps) {
  const words = useWords(SINGLE);
  const { now } = usePage();
  const [isEvery, setEvery] = useState(false);
  const [page, setPage] = useState(1);
  const { startedAt, stoppedAt } = execution;
  const visits = useMemo(() => {
    const containers = containersOf(graph);
    return stateVisits(events, { containerOf: (state) => containers.get(state), results: resultsOf(graph) });
  }, [events, graph]);
  const shown = isEvery ? visits : visits.filter(isTelling);
  const until = stoppedAt === undefined ? now() : Date.parse(stoppedAt);
  const bars = barsOf(shown, startedAt, until);
  const pages = Math.max(1, Math.ceil(shown.length / ROWS));
  const first = (Math.min(page, pages) - 1) * ROWS;
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <Toggle checked={isEvery} onChange={({ detail }) => setEvery(detail.checked)}>
          {words.every}
        </Toggle>
        {pages > 1 && (
          <Pagination
            currentPageIndex={Math.min(page, pages)}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )}
      </SpaceBetween>
      <ol className="lines">
        {shown.slice(first, first + ROWS).map((visit, index) => (
          <VisitLine
            key={visit.id}
            visit={visit}
            bar={bars[first + index] ?? { left: 0, width: 0 }}
            execution={execution}
            until={until}
          />
        ))}
      </ol>
    </SpaceBetween>
  );
}

/** The same in a frame of its own. */
export function TimelinePart(props: VisitListProps) {
  const words = useWords(SINGLE);
  return (
    <HeadedPart title={words.timeline}>
      <VisitList {...props} />
    </HeadedPart>
  );
}

interface VisitLineProps {
  readonly visit: StateVisit;
  readonly bar: Bar;
  readonly execution: ExecutionView;
  readonly until: number;
}

/** The colour of a bar. */
function toneOf({ to, failures, isBrokenOff = false }: StateVisit, isRunning: boolean): string {
  if (to === undefined) return isRunning ? 'open' : 'failed';
  if (isBrokenOff) return 'failed';
  return failures.length > 0 ? 'tried' : 'done';
}

function VisitLine({ visit, bar, execution, until }: VisitLineProps) {
  const words = useWords(SINGLE);
  const { language } = usePage();
  const { moment, duration } = useMoments();
  const { state, from, to, failures, item, isBrokenOff = false } = visit;
  const time = duration((to === undefined ? until : Date.parse(to)) - Date.parse(from));
  const isRunning = execution.status === 'RUNNING';
  const said = [
    moment(from),
    time,
    ...(to === undefined && isRunning ? [words.still] : []),
    ...(isBrokenOff || (to === undefined && !isRunning) ? [words.brokenOff] : []),
    ...(failures.length > 0 ? [words.tried(failures.length)] : []),
  ];
  const name = machineWords(execution.machine, language).whole(state);
  const tone = toneOf(visit, isRunning);
  return (
    <li>
      <ExpandableSection
        headerText={item === undefined ? name : `${name} · ${words.item(item + 1)}`}
        headerDescription={said.join(' · ')}
      >
        <Visited visit={visit} execution={execution} />
      </ExpandableSection>
      <div className="bar-track" aria-hidden="true">
        <div className={`bar bar-${tone}`} style={{ marginLeft: `${bar.left}%`, width: `${bar.width}%` }} />
      </div>
    </li>
  );
}

/** Its input and output, its failures, and what it called or began. */
function Visited({ visit, execution }: Pick<VisitLineProps, 'visit' | 'execution'>) {
  const words = useWords(EXECUTIONS);
  const single = useWords(SINGLE);
  const failureText = useFailureText();
  const { input, output, variables, failures, child, calls } = visit;
  const logs = functionUrl(execution.awsConsoleUrl, calls);
  return (
    <SpaceBetween size="s">
      {failures.length > 0 && (
        <ol className="failure">
          {failures.map((failure, index) => (
            // The same may fail twice; only their place tells them apart.
            <li key={`${index}`}>{failureText(failure)}</li>
          ))}
        </ol>
      )}
      {logs !== undefined && (
        <Link href={logs} external target="_blank">
          {single.logs}
        </Link>
      )}
      {child && <Child {...child} />}
      {input !== undefined && <JsonText text={input} label={words.input} isWhole />}
      {output !== undefined && <JsonText text={output} label={words.output} isWhole />}
      {Object.keys(variables).length > 0 && (
        <JsonText text={variablesText(variables)} label={single.variables} isWhole />
      )}
    </SpaceBetween>
  );
}

/** Each is JSON already. */
const variablesText = (variables: Readonly<Record<string, string>>): string =>
  `{${Object.entries(variables)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
    .join(',')}}`;

/** The execution that a state began, opened in place. */
function Child(child: { readonly machine: string; readonly name: string }) {
  const words = useWords(SINGLE);
  const { language } = usePage();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Box variant="awsui-key-label">{words.child}</Box>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <PageLink to={executionPath(child)}>{executionTitle(child.name, language)}</PageLink>
        {!isOpen && (
          <Button variant="inline-link" onClick={() => setOpen(true)}>
            {words.openChild}
          </Button>
        )}
      </SpaceBetween>
      {isOpen && <OpenedChild {...child} />}
    </div>
  );
}

function ChildVisits({ execution, events }: Omit<VisitListProps, 'graph'>) {
  const graph = useMemo(() => graphOf(execution.definition), [execution.definition]);
  return <VisitList execution={execution} events={events} graph={graph} />;
}

function OpenedChild({ machine, name }: { readonly machine: string; readonly name: string }) {
  const loaded = useExecution(machine, name);
  return (
    <div className="child">
      <LoadedPart loaded={loaded}>
        {({ execution, events }) => <ChildVisits execution={execution} events={events} />}
      </LoadedPart>
    </div>
  );
}
