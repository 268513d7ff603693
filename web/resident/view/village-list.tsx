import { useState } from 'preact/hooks';
import { type BoardRow, sought, type VillageDay } from '../../../contracts/resident/board.js';
import { usePage } from '../page-context.js';

/** Each village in a line that unfolds, and a field to find one in. */
export function VillageList({ villages }: { villages: readonly VillageDay[] }) {
  const { messages, language } = usePage();
  const { daily } = messages;
  const [typed, setTyped] = useState('');
  const found = sought(villages, typed, language);
  return (
    <section>
      <h2>{daily.byVillage}</h2>
      <div class="field">
        <label for="find-village">{daily.find}</label>
        <input
          id="find-village"
          type="search"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {daily.found(found.length)}
        </p>
      </div>
      {found.map((day) => (
        <details key={day.name?.en ?? ''} class="village">
          <summary>
            <b>{day.name?.[language] ?? daily.noGrid}</b>{' '}
            <span class="hint">{daily.inVillage(day.reported, day.closed, day.open)}</span>
          </summary>
          <VillageCounts day={day} />
        </details>
      ))}
    </section>
  );
}

/** A day's further figures of a village: late requests, work done, and each grid where there are several. */
export function VillageCounts({ day }: { day: VillageDay }) {
  const { messages, language } = usePage();
  const { daily, track } = messages;
  const nameOf = ({ grid, name }: BoardRow) =>
    grid === 0 ? daily.noGrid : (name?.[language] ?? track.gridName(String(grid)));
  return (
    <>
      {day.overdue > 0 && <p class="overdue">{daily.of(daily.counts.overdue, day.overdue)}</p>}
      {day.done.length > 0 && (
        <>
          <h3>{daily.done}</h3>
          <ul>
            {day.done.map(({ name, count }) => (
              <li key={name.en}>{daily.doneOne(name[language], count)}</li>
            ))}
          </ul>
        </>
      )}
      {day.grids.length > 1 && (
        <ul>
          {day.grids.map((row) => (
            <li key={row.grid}>
              {daily.of(nameOf(row), daily.inVillage(row.reported, row.closed, row.carriedOver))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
