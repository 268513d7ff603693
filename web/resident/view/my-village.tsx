import { useState } from 'preact/hooks';
import type { VillageDay } from '../../../contracts/resident/board.js';
import { usePage } from '../page-context.js';
import { useVillages } from './use-town-lists.js';
import { VillageCounts } from './village-list.js';

interface MyVillageProps {
  readonly villages: readonly VillageDay[];
  /** The id of the one that was chosen; empty: none. */
  readonly mine: string;
  readonly onChoose: (village: string) => void;
}

/** Which village somebody chose to see first; it is remembered on this device and nowhere else. */
export function useMine() {
  const { keep } = usePage();
  const [mine, setMine] = useState(() => keep.read('my-village') ?? '');
  const choose = (id: string) => {
    if (id === '') keep.drop('my-village');
    else keep.write('my-village', id);
    setMine(id);
  };
  return { mine, choose };
}

/** The village that somebody chose once, before all others. */
export function MyVillage({ villages, mine, onChoose }: MyVillageProps) {
  const { messages, language } = usePage();
  const { daily } = messages;
  const { villages: all } = useVillages();
  const home = all.find(({ id }) => id === mine);
  const day = home && villages.find(({ name }) => name?.en === home.name.en);
  return (
    <section class="facts">
      <h2 class="status">{home ? home.name[language] : daily.mine}</h2>
      {home && <p>{day ? daily.inVillage(day.reported, day.closed, day.open) : daily.mineQuiet}</p>}
      {day && <VillageCounts day={day} />}
      <div class="field">
        <label for="my-village">{daily.mineChoose}</label>
        <select id="my-village" value={mine} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{daily.mineNone}</option>
          {all.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
