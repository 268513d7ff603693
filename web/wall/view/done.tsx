import type { VillageDay } from '../../../contracts/resident/board.js';
import type { Spoken } from './wall.js';

/** Lines that there is room for. */
const LINES = 6;

interface DoneProps extends Spoken {
  readonly villages: readonly VillageDay[];
}

/** Work done today in public places, village by village; work in somebody's home is only counted above. */
export function Done({ language, messages, villages }: DoneProps) {
  const done = villages.filter((village) => village.done.length > 0);
  const count = (some: readonly VillageDay[]): number =>
    some.flatMap((village) => village.done).reduce((sum, one) => sum + one.count, 0);
  const shown = done.length > LINES ? done.slice(0, LINES - 1) : done;
  const rest = count(done.slice(shown.length));
  return (
    <section class="done">
      <h2>
        {messages.done} {done.length > 0 && <strong>{count(done)}</strong>}
      </h2>
      {done.length === 0 && <p>{messages.nothingDone}</p>}
      <ul>
        {shown.map((village) => (
          <li key={village.name?.en ?? ''}>
            <b>{village.name?.[language] ?? messages.elsewhere}</b>{' '}
            {village.done.map((one) => messages.times(one.name[language], one.count)).join(' · ')}
          </li>
        ))}
        {rest > 0 && <li>{messages.more(rest)}</li>}
      </ul>
    </section>
  );
}
