import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Bilingual } from '../../../domain/words/language.js';
import { type RoundAnswer, roundRoute } from '../../../contracts/console/work.js';
import { executionPath } from '../executions/execution-path.js';
import { useWhileSeen } from '../page/use-while-seen.js';
import { HeadedPage } from '../shell/headed.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { InspectionPart } from './inspection-part.js';
import { NotHeld } from './not-held.js';
import { useRoundDate } from './use-round-date.js';
import { useFigures } from './rounds-page.js';
import { WORK } from './words.js';

type Round<Kind extends RoundAnswer['kind']> = Extract<RoundAnswer, { kind: Kind }>;

/** An inspection that goes on is looked at again so often, milliseconds. */
const LOOK_EVERY = 20_000;

/** One run with what it reports. */
export function RoundPage({ parts }: PageProps) {
  const { kind = '', date = '' } = parts;
  const loaded = useLoaded(roundRoute, { params: { kind, date } });
  const isUnderWay =
    loaded.value !== undefined && 'results' in loaded.value && loaded.value.state !== 'closed';
  useWhileSeen(isUnderWay ? LOOK_EVERY : undefined, loaded.reload);
  if (loaded.state === 'failed' && loaded.problem.status === 404) return <NotHeld kind={kind} date={date} />;
  return (
    <LoadedPart loaded={loaded}>{(round) => <Shown round={round} onRefresh={loaded.reload} />}</LoadedPart>
  );
}

function Shown({ round, onRefresh }: { round: RoundAnswer; onRefresh: () => void }) {
  const words = useWords(WORK).rounds;
  const figuresOf = useFigures();
  const dateOf = useRoundDate();
  const { may, me } = usePage();
  return (
    <HeadedPage
      title={`${words.kinds[round.kind]} ${dateOf(round)}`}
      description={'results' in round ? words.states[round.state] : figuresOf(round)}
      actions={
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          {may('executions.read') && (
            <PageLink to={executionPath({ machine: round.kind, name: `${me.town.id}-${round.date}` })}>
              {words.execution}
            </PageLink>
          )}
          {'results' in round && <RefreshButton onRefresh={onRefresh} />}
        </SpaceBetween>
      }
    >
      <Report round={round} />
    </HeadedPage>
  );
}

function Report({ round }: { round: RoundAnswer }) {
  switch (round.kind) {
    case 'daily-close':
      return <CloseTable round={round} />;
    case 'deadline-cards':
      return <CardTable round={round} />;
    case 'visit-round':
      return <VisitTable round={round} />;
    case 'weekly-inspection':
    case 'monthly-inspection':
      return <InspectionPart inspection={round} />;
  }
}

/** The name of a place: 0 is no grid. */
function useGridName(): (place: { grid: number; gridName?: Bilingual | undefined }) => string {
  const words = useWords(WORK);
  const { language } = usePage();
  return ({ grid, gridName }) =>
    grid === 0
      ? words.rounds.nowhere
      : [words.tasks.grid(grid), gridName?.[language]].filter((part) => part !== undefined).join(' · ');
}

function RequestLinks({ ids }: { ids: readonly string[] }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {ids.map((id) => (
        <PageLink key={id} to={`/requests/${id}`}>
          {id}
        </PageLink>
      ))}
    </SpaceBetween>
  );
}

function CloseTable({ round }: { round: Round<'daily-close'> }) {
  const words = useWords(WORK).rounds;
  const nameOf = useGridName();
  return (
    <Table
      header={
        <Header variant="h2" description={words.notRanked}>
          {words.byGrid}
        </Header>
      }
      items={round.grids}
      trackBy={({ grid }) => String(grid)}
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        { id: 'grid', header: words.grid, isRowHeader: true, cell: (row) => nameOf(row) },
        { id: 'reported', header: words.reported, cell: ({ reported }) => reported },
        { id: 'handled', header: words.handled, cell: ({ handled }) => handled },
        { id: 'closed', header: words.closed, cell: ({ closed }) => closed },
        { id: 'carried', header: words.carriedOver, cell: ({ carriedOver }) => carriedOver },
        { id: 'overdue', header: words.overdue, cell: ({ overdue }) => overdue },
        {
          id: 'late',
          header: words.late,
          cell: ({ late }) => <RequestLinks ids={late.map(({ request }) => request)} />,
        },
      ]}
    />
  );
}

function CardTable({ round }: { round: Round<'deadline-cards'> }) {
  const words = useWords(WORK).rounds;
  const { moment } = useMoments();
  return (
    <Table
      items={round.cards}
      trackBy={({ request, kind }) => `${request} ${kind}`}
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        {
          id: 'request',
          header: words.request,
          isRowHeader: true,
          cell: ({ request }) => <RequestLinks ids={[request]} />,
        },
        { id: 'card', header: words.card, cell: ({ kind }) => words.cardKinds[kind] },
        { id: 'due', header: words.due, cell: ({ due }) => moment(due) },
      ]}
    />
  );
}

function VisitTable({ round }: { round: Round<'visit-round'> }) {
  const words = useWords(WORK).rounds;
  const { language } = usePage();
  const nameOf = useGridName();
  return (
    <Table
      items={round.grids}
      trackBy={({ grid }) => String(grid)}
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={[
        { id: 'grid', header: words.grid, isRowHeader: true, cell: (row) => nameOf(row) },
        {
          id: 'households',
          header: words.households,
          cell: ({ due }) =>
            due.map(({ household }) => words.household(household)).join(language === 'en' ? ', ' : '、'),
        },
        { id: 'waiting', header: words.waiting, cell: ({ waiting }) => waiting },
      ]}
    />
  );
}
