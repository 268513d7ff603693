import { useEffect, useState } from 'preact/hooks';
import { dateText } from '../../../contracts/pages/times.js';
import { type DailyBoard, villagesOf } from '../../../contracts/resident/board.js';
import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import { WAIT_REASONS } from '../../../domain/request/waits-for.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';
import { MapPart } from './map-part.js';
import { MyVillage, useMine } from './my-village.js';
import { PutRight } from './put-right.js';
import { VillageList } from './village-list.js';

type Reading = 'loading' | 'none' | 'unreachable' | DailyBoard;

const COLUMNS = [
  'reported',
  'handled',
  'closed',
  'carriedOver',
  'overdue',
] as const satisfies readonly (keyof DailyBoard['total'])[];

/** The daily board: of the last day, or of one that is chosen. */
export function DailyPage() {
  const { messages, language } = usePage();
  const { daily } = messages;
  const [date, setDate] = useState<string>();
  const reading = useBoard(date);
  const shown = date ?? (typeof reading === 'object' ? reading.date : '');
  return (
    <>
      <h1>{daily.heading}</h1>
      <p class="lead">{daily.lead}</p>
      <p>
        <a href={ofTown(`/plain/statistics?lang=${language}`, location.search)}>
          {messages.statistics.heading}
        </a>
      </p>
      <div class="field">
        <label for="board-day">{daily.day}</label>
        <input
          id="board-day"
          type="date"
          value={shown}
          onChange={(event) => setDate(event.currentTarget.value || undefined)}
        />
      </div>
      <div role="status">
        {reading === 'loading' && <p class="hint">{daily.loading}</p>}
        {reading === 'none' && (
          <p class="notice">{date === undefined ? daily.none : daily.noneThen(dateText(date, language))}</p>
        )}
        {reading === 'unreachable' && <p class="notice">{messages.track.unreachable}</p>}
      </div>
      {typeof reading === 'object' && <Board board={reading} />}
    </>
  );
}

function useBoard(date: string | undefined): Reading {
  const { call } = usePage();
  const [reading, setReading] = useState<Reading>('loading');
  useEffect(() => {
    let gone = false;
    setReading('loading');
    void call(bulletinRoute, { query: { date } }).then((reply) => {
      if (gone) return;
      if (reply.kind === 'answer') return setReading(reply.value);
      setReading(reply.kind === 'problem' && reply.problem.status === 404 ? 'none' : 'unreachable');
    });
    return () => {
      gone = true;
    };
  }, [date]);
  return reading;
}

/** My village first, then photos of what was put right, then the whole town, then each village, folded, and the map. */
function Board({ board }: { board: DailyBoard }) {
  const { daily } = usePage().messages;
  const { mine, choose } = useMine();
  const villages = villagesOf(board);
  return (
    <>
      <MyVillage villages={villages} mine={mine} onChoose={choose} />
      <PutRight mine={mine} />
      <TownDay board={board} />
      {villages.length === 0 ? <p>{daily.quiet}</p> : <VillageList villages={villages} />}
      <MapPart board={board} />
    </>
  );
}

function TownDay({ board: { date, total } }: { board: DailyBoard }) {
  const { messages, language } = usePage();
  const { daily } = messages;
  const waiting = WAIT_REASONS.flatMap((reason) => {
    const count = total.waiting[reason] ?? 0;
    return count > 0 ? [{ reason, count }] : [];
  });
  return (
    <>
      <section class="facts">
        <h2 class="status">{dateText(date, language)}</h2>
        <dl class="counts">
          {COLUMNS.map((name) => (
            <div key={name}>
              <dt>{daily.counts[name]}</dt>
              <dd>{total[name]}</dd>
            </div>
          ))}
        </dl>
      </section>
      {waiting.length > 0 && (
        <details>
          <summary>{daily.waiting}</summary>
          <ul>
            {waiting.map(({ reason, count }) => (
              <li key={reason}>{daily.waitsOf(daily.waitsFor[reason], count)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
