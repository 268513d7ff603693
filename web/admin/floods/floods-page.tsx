import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import {
  type FloodRow,
  floodsRoute,
  holdFloodRoute,
  releaseFloodRoute,
} from '../../../contracts/console/floods.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Confirm } from '../shell/confirm.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useMoments } from '../shell/use-moments.js';
import { usePhones } from '../shell/use-phones.js';
import { WholeList } from '../shell/whole-list.js';
import { FloodReports } from './flood-reports.js';
import { FLOODS } from './words.js';

interface Deciding {
  readonly origin: string;
  readonly decision: 'hold' | 'release';
}

/** Everything that is held together and must be looked at, the latest growth first. */
export function FloodsPage() {
  const words = useWords(FLOODS);
  const floods = useLoaded(floodsRoute);
  const [deciding, setDeciding] = useState<Deciding>();
  const [shown, setShown] = useState<string>();
  const columns = useColumns(setDeciding, setShown);
  return (
    <LoadedPart loaded={floods}>
      {({ items }) => (
        <>
          <WholeList
            title={words.title}
            description={words.description}
            items={items}
            columns={columns}
            trackBy={({ origin }) => origin}
            empty={{ title: words.none, hint: words.noneHint }}
            actions={<RefreshButton onRefresh={floods.reload} />}
          />
          {deciding && (
            <Decide
              deciding={deciding}
              onEnd={() => {
                setDeciding(undefined);
                floods.reload();
              }}
            />
          )}
          {shown !== undefined && <FloodReports origin={shown} onClose={() => setShown(undefined)} />}
        </>
      )}
    </LoadedPart>
  );
}

/** Asks before an origin is held, or emergencies are called out. */
function Decide({ deciding: { origin, decision }, onEnd }: { deciding: Deciding; onEnd: () => void }) {
  const words = useWords(FLOODS);
  const { client, notify } = usePage();
  const tellFailure = useFailureNotice();
  const isHold = decision === 'hold';
  const confirm = async () => {
    try {
      const route = isHold ? holdFloodRoute : releaseFloodRoute;
      const { requests } = await client.call(route, { params: { origin } });
      notify('success', isHold ? words.held(origin) : words.released(origin, requests.length));
    } catch (error) {
      tellFailure(error);
    }
    onEnd();
  };
  return (
    <Confirm
      question={isHold ? words.holdQuestion(origin) : words.releaseQuestion(origin)}
      verb={isHold ? words.hold : words.release}
      onConfirm={confirm}
      onCancel={onEnd}
    >
      {isHold ? words.holdMeans : words.releaseMeans}
    </Confirm>
  );
}

const STATUS = { open: 'warning', held: 'stopped', released: 'success' } as const;

function useColumns(
  onDecide: (deciding: Deciding) => void,
  onShow: (origin: string) => void,
): TableProps.ColumnDefinition<FloodRow>[] {
  const words = useWords(FLOODS);
  const { may } = usePage();
  const { moment } = useMoments();
  const act: TableProps.ColumnDefinition<FloodRow> = {
    id: 'act',
    header: words.act,
    cell: ({ origin, kind, state }) =>
      kind === 'dangers' ? (
        <SpaceBetween direction="horizontal" size="xs">
          {state !== 'held' && (
            <Button onClick={() => onDecide({ origin, decision: 'hold' })}>{words.hold}</Button>
          )}
          {state !== 'released' && (
            <Button onClick={() => onDecide({ origin, decision: 'release' })}>{words.release}</Button>
          )}
        </SpaceBetween>
      ) : (
        '–'
      ),
  };
  return [
    { id: 'kind', header: words.kind, isRowHeader: true, cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'origin',
      header: words.origin,
      cell: ({ origin, kind }) => (kind === 'dangers' ? origin : '–'),
    },
    { id: 'count', header: words.count, cell: ({ count }) => count },
    { id: 'where', header: words.where, cell: (row) => <Where row={row} onShow={onShow} /> },
    { id: 'first', header: words.first, cell: ({ firstAt }) => moment(firstAt) },
    { id: 'last', header: words.last, cell: ({ lastAt }) => moment(lastAt) },
    {
      id: 'state',
      header: words.state,
      cell: ({ kind, state }) =>
        kind === 'dangers' ? (
          <StatusIndicator type={STATUS[state]}>{words.states[state]}</StatusIndicator>
        ) : (
          '–'
        ),
    },
    ...(may('requests.answer') ? [act] : []),
  ];
}

function Where({ row, onShow }: { row: FloodRow; onShow: (origin: string) => void }) {
  const words = useWords(FLOODS);
  const { language, may } = usePage();
  const { kind, beyond, origin, places } = row;
  const number = usePhones()(row.number ?? '–');
  if (beyond) {
    const share = words.shares[beyond.share];
    const isTowns = beyond.of === 'town';
    return <>{isTowns ? words.ofTown(share, beyond.cap) : words.ofNumber(share, beyond.cap, number)}</>;
  }
  if (kind !== 'dangers') return <>{number}</>;
  return (
    <>
      {places.map(({ place }) => place).join(language === 'en' ? ', ' : '、')}{' '}
      {may('people.read') && (
        <Button
          variant="inline-icon"
          iconName="view-full"
          ariaLabel={words.show(origin)}
          onClick={() => onShow(origin)}
        />
      )}
    </>
  );
}
