import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { type WaitingView, waitingRoute } from '../../../contracts/console/executions.js';
import { LATENESS } from '../../../domain/request/running-deadline.js';
import { withQuery } from '../api/query.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWhileSeen } from '../page/use-while-seen.js';
import { EmptyTable } from '../shell/empty-table.js';
import { HeadedPage, HeadedPart } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { graphOf } from './definition-graph.js';
import type { WaitingMark } from './graph-drawing.js';
import { useMachineWords } from './machine-words.js';
import { StateGraph } from './state-graph.js';
import { LISTING } from './words.listing.js';

/** How often it is counted again, in milliseconds: all that is open is read for it. */
const LIVE_EVERY = 60_000;

/** Every open request on the states of its workflow, coloured by how late it is. */
export function WaitingPage() {
  const { waiting: words } = useWords(LISTING);
  const loaded = useLoaded(waitingRoute);
  const { reload } = loaded;
  useWhileSeen(LIVE_EVERY, reload);
  return (
    <HeadedPage
      title={words.title}
      description={words.description}
      actions={<RefreshButton onRefresh={loaded.reload} />}
    >
      <LoadedPart loaded={loaded}>{(view) => <Waiting view={view} />}</LoadedPart>
    </HeadedPage>
  );
}

/** Requests whose workflow runs, and waits in this state. */
const listOf = (machine: string, state: string): string =>
  withQuery('/executions', { machine, status: 'RUNNING', state });

const sumOf = (here: WaitingView['states'][number]): number =>
  LATENESS.reduce((sum, lateness) => sum + here[lateness], 0);

function Waiting({ view: { machine, definition, states } }: { view: WaitingView }) {
  const { waiting: words } = useWords(LISTING);
  const { go } = usePage();
  const named = useMachineWords(machine);
  const graph = useMemo(() => graphOf(definition), [definition]);
  const marks = useMemo(
    () => new Map(states.map((here) => [here.state, markOf(here, words)] as const)),
    [states, words],
  );
  const total = states.reduce((sum, here) => sum + sumOf(here), 0);
  return (
    <SpaceBetween size="l">
      <HeadedPart title={words.total} counter={`(${total})`}>
        <ul className="waiting-legend">
          {LATENESS.map((lateness) => (
            <li key={lateness}>
              <span className={`waiting-swatch waiting-swatch-${lateness}`} />
              {words.counted(
                words.lateness[lateness],
                states.reduce((sum, here) => sum + here[lateness], 0),
              )}
            </li>
          ))}
        </ul>
        <StateGraph
          machine={graph}
          words={named}
          runs={NO_RUNS}
          taken={NO_WAYS}
          waiting={marks}
          onChoose={(state) => marks.has(state) && go(listOf(machine, state))}
        />
      </HeadedPart>
      <ExpandableSection variant="container" headerText={words.table}>
        <WaitingTable machine={machine} states={states} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

const NO_RUNS = new Map<never, never>();
const NO_WAYS = new Set<never>();

function markOf(here: WaitingView['states'][number], words: (typeof LISTING)['en']['waiting']): WaitingMark {
  const count = sumOf(here);
  const lateness = LATENESS.find((one) => here[one] > 0) ?? 'still';
  const said = here.overdue > 0 ? `${count}, ${words.overdueHere(here.overdue)}` : String(count);
  return { count, lateness, said };
}

function WaitingTable({ machine, states }: Pick<WaitingView, 'machine' | 'states'>) {
  const { waiting: words, state: stateWord } = useWords(LISTING);
  const { whole } = useMachineWords(machine);
  return (
    <Table
      variant="embedded"
      wrapLines
      items={states}
      trackBy="state"
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        {
          id: 'state',
          header: stateWord,
          isRowHeader: true,
          cell: ({ state }) => <PageLink to={listOf(machine, state)}>{whole(state)}</PageLink>,
        },
        { id: 'count', header: words.here, cell: sumOf },
        ...LATENESS.map((lateness) => ({
          id: lateness,
          header: words.lateness[lateness],
          cell: (here: WaitingView['states'][number]) => here[lateness],
        })),
      ]}
    />
  );
}
