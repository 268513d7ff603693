import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { type RoundRow, roundsRoute } from '../../../contracts/console/work.js';
import { useLoaded } from '../page/use-loaded.js';
import { useMoments } from '../shell/use-moments.js';
import { usePages } from '../page/use-pages.js';
import { withQuery } from '../api/query.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { Choice } from '../shell/choice.js';
import { PageLink } from '../shell/page-link.js';
import { PagedTable } from '../shell/paged-table.js';
import type { PageProps } from '../shell/pages.js';
import { readKind } from './round-kind.js';
import { useRoundDate } from './use-round-date.js';
import { WORK } from './words.js';

/** Every run of what recurs, the latest first. */
export function RoundsPage({ search }: PageProps) {
  const words = useWords(WORK).rounds;
  const { me, go, language } = usePage();
  const kind = readKind(search, me.roles);
  const next = useLoaded(roundsRoute, { query: { kind, limit: '1' } }).value?.next[0];
  const { moment } = useMoments();
  const announced = next && words.next(moment(next.at));
  return (
    <PagedTable
      title={words.title}
      description={[words.description, announced]
        .filter((text) => text !== undefined)
        .join(language === 'en' ? ' ' : '')}
      pages={usePages(roundsRoute, { query: { kind } })}
      columns={useColumns()}
      trackBy={(round) => `${round.kind} ${round.date}`}
      empty={{ title: words.none, hint: announced ?? words.noneHint }}
      filter={
        <SpaceBetween direction="horizontal" size="s">
          <Choice
            label={words.kind}
            value={kind}
            options={Object.entries(words.kinds)}
            onChange={(chosen) => go(withQuery('/rounds', { kind: chosen }))}
          />
        </SpaceBetween>
      }
    />
  );
}

function useColumns(): TableProps.ColumnDefinition<RoundRow>[] {
  const words = useWords(WORK).rounds;
  const figuresOf = useFigures();
  const dateOf = useRoundDate();
  return [
    {
      id: 'date',
      header: words.date,
      isRowHeader: true,
      cell: ({ kind, date }) => <PageLink to={`/rounds/${kind}/${date}`}>{dateOf({ date })}</PageLink>,
    },
    { id: 'kind', header: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { id: 'figures', header: words.figures, cell: figuresOf },
    {
      id: 'state',
      header: words.state,
      cell: (round) => ('state' in round ? words.states[round.state] : '–'),
    },
  ];
}

/** The result of a run, in one line. */
export function useFigures(): (round: RoundRow) => string {
  const words = useWords(WORK).rounds;
  return (round) => {
    switch (round.kind) {
      case 'daily-close': {
        const { reported, handled, closed, carriedOver } = round.total;
        return words.close(reported, handled, closed, carriedOver);
      }
      case 'deadline-cards':
        return words.cards(round.yellow, round.red);
      case 'visit-round':
        return words.visits(round.listed, round.waiting);
      case 'weekly-inspection':
      case 'monthly-inspection':
        return words.inspection(round.checks, round.reported, round.failed, round.missed);
    }
  };
}
