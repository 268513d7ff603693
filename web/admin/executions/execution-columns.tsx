import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { PageLink } from '../shell/page-link.js';
import { TwoLines } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { NO_ROOM_BESIDE, useNarrow } from '../shell/use-narrow.js';
import type { TownNames } from '../town/use-town-names.js';
import { type Act, offeredAct } from './act-plan.js';
import { executionPath } from './execution-path.js';
import { executionTitle } from './execution-title.js';
import { machineWords } from './machine-words.js';
import { useStanding } from './standing.js';
import { ExecutionStatusLabel } from './status-label.js';
import { TroubleSign, useFailureText } from './trouble-sign.js';
import { LISTING } from './words.listing.js';

/** `onAct`: absent for whoever may only look. */
export function useExecutionColumns(
  names: TownNames,
  onAct: ((act: Act, row: ExecutionRow) => void) | undefined,
): TableProps.ColumnDefinition<ExecutionRow>[] {
  const words = useWords(LISTING);
  const isNarrow = useNarrow();
  const isTablet = useNarrow(NO_ROOM_BESIDE);
  if (isNarrow)
    return [
      {
        id: 'run',
        header: words.run,
        isRowHeader: true,
        cell: (row) => (
          <SpaceBetween size="xxs">
            <Run row={row} />
            <Stands row={row} onAct={onAct} />
            <Matter row={row} names={names} />
            <Times row={row} />
          </SpaceBetween>
        ),
      },
    ];
  const stands: TableProps.ColumnDefinition<ExecutionRow> = {
    id: 'stands',
    header: words.stands,
    minWidth: 230,
    cell: (row) => <Stands row={row} onAct={onAct} />,
  };
  const times = { id: 'times', header: words.times, cell: (row: ExecutionRow) => <Times row={row} /> };
  if (isTablet)
    return [
      {
        id: 'run',
        header: words.run,
        isRowHeader: true,
        minWidth: 170,
        cell: (row) => (
          <SpaceBetween size="xxs">
            <Run row={row} />
            <Matter row={row} names={names} />
          </SpaceBetween>
        ),
      },
      stands,
      { ...times, minWidth: 150 },
    ];
  return [
    { id: 'run', header: words.run, isRowHeader: true, cell: (row) => <Run row={row} /> },
    stands,
    { id: 'matter', header: words.matter, cell: (row) => <Matter row={row} names={names} /> },
    times,
  ];
}

function Run({ row }: { row: ExecutionRow }) {
  const { language } = usePage();
  return (
    <TwoLines
      first={
        <span className="whole">
          <PageLink to={executionPath(row)}>{executionTitle(row.name, language)}</PageLink>
        </span>
      }
      second={machineWords(row.machine, language).name}
    />
  );
}

function Matter({ row: { category, grid, village }, names }: { row: ExecutionRow; names: TownNames }) {
  const words = useWords(LISTING);
  const place = [
    ...(grid === undefined ? [] : [words.gridNumber(grid)]),
    ...(village === undefined ? [] : [names.villageName(village)]),
  ].join(' · ');
  if (category === undefined) return <>{place || '–'}</>;
  return <TwoLines first={names.categoryName(category)} second={place} />;
}

/** Milliseconds: what took less is done at once. */
const SHOWN_FROM = 1_000;

function Times({ row: { startedAt, stoppedAt } }: { row: ExecutionRow }) {
  const words = useWords(LISTING);
  const { moment, duration } = useMoments();
  const took = Date.parse(stoppedAt ?? startedAt) - Date.parse(startedAt);
  return (
    <TwoLines
      first={<span className="whole">{moment(startedAt)}</span>}
      second={
        stoppedAt !== undefined &&
        [words.ends(moment(stoppedAt)), ...(took < SHOWN_FROM ? [] : [words.tookIt(duration(took))])].join(
          ' · ',
        )
      }
    />
  );
}

interface StandsProps {
  readonly row: ExecutionRow;
  readonly onAct: ((act: Act, row: ExecutionRow) => void) | undefined;
}

/** Its state and since when; where it does not get on, why, and what can be done about it at once. */
function Stands({ row, onAct }: StandsProps) {
  const words = useWords(LISTING);
  const said = useStanding(row.machine);
  const failureText = useFailureText();
  const { now } = usePage();
  const { trouble, standing, status, goesOnIn, machine } = row;
  const offered = onAct && trouble && offeredAct(row, now());
  return (
    <div className="words">
      {trouble ? <TroubleSign trouble={trouble} /> : <ExecutionStatusLabel status={status} />}
      {standing && <div>{said([standing], status === 'RUNNING')}</div>}
      {trouble && <div className="failure">{failureText(trouble)}</div>}
      {goesOnIn !== undefined && (
        <div>
          {words.goesOnIn} <PageLink to={executionPath({ machine, name: goesOnIn })}>{goesOnIn}</PageLink>
        </div>
      )}
      {(offered || (trouble && row.request !== undefined)) && (
        <SpaceBetween direction="horizontal" size="s">
          {offered && (
            <Button variant="inline-link" onClick={() => onAct(offered, row)}>
              {words.acts[offered].verb}
            </Button>
          )}
          {row.request !== undefined && (
            <PageLink to={`/requests/${row.request}`}>{words.toRequest}</PageLink>
          )}
        </SpaceBetween>
      )}
    </div>
  );
}
