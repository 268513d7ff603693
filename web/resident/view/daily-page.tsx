import { useEffect, useState } from 'preact/hooks';
import { dateText } from '../../../contracts/pages/times.js';
import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { WAIT_REASONS } from '../../../domain/request/waits-for.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';

type DailyBoard = AnswerOf<typeof bulletinRoute>;
type BoardRow = DailyBoard['grids'][number];

type Reading = 'loading' | 'none' | 'unreachable' | DailyBoard;

const COLUMNS = [
  'reported',
  'handled',
  'closed',
  'carriedOver',
  'overdue',
] as const satisfies readonly (keyof DailyBoard['total'])[];

/** What the daily close published: the last day, or one that is chosen. */
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

function Board({ board: { date, total, grids } }: { board: DailyBoard }) {
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
        <section>
          <h2>{daily.waiting}</h2>
          <ul>
            {waiting.map(({ reason, count }) => (
              <li key={reason}>
                {daily.waitsFor[reason]}: {count}
              </li>
            ))}
          </ul>
        </section>
      )}
      {grids.length === 0 ? <p>{daily.quiet}</p> : <GridTable grids={grids} />}
    </>
  );
}

function GridTable({ grids }: { grids: readonly BoardRow[] }) {
  const { messages, language } = usePage();
  const { daily, track } = messages;
  const nameOf = ({ grid, name }: BoardRow) =>
    grid === 0 ? daily.noGrid : (name?.[language] ?? track.gridName(String(grid)));
  return (
    <section>
      <h2 id="by-grid">{daily.byGrid}</h2>
      {/* A table wider than a phone is scrolled, by keys too. */}
      <div class="wide" role="region" aria-labelledby="by-grid" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{track.grid}</th>
              {COLUMNS.map((name) => (
                <th scope="col" key={name}>
                  {daily.counts[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grids.map((row) => (
              <tr key={row.grid}>
                <th scope="row">{nameOf(row)}</th>
                {COLUMNS.map((name) => (
                  <td key={name}>{row[name]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
