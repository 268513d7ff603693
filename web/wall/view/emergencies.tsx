import { durationText } from '../../../contracts/pages/times.js';
import type { Spoken, Today } from './wall.js';

/** As many lines as there is room for; the oldest first. */
const LINES = 4;

interface EmergenciesProps extends Spoken {
  readonly today: Today;
  /** Milliseconds since the answer came. */
  readonly ahead: number;
}

/** The present emergencies: how many, for how long, and whether help is under way. */
export function Emergencies({ language, messages, today: { emergencies, at }, ahead }: EmergenciesProps) {
  if (emergencies.length === 0)
    return (
      <section class="emergencies quiet">
        <h2>{messages.noEmergency}</h2>
      </section>
    );
  const now = Date.parse(at) + ahead;
  // The last line says how many more there are, where there is not room for all.
  const shown = emergencies.length > LINES ? LINES - 1 : LINES;
  const rest = emergencies.length - shown;
  return (
    <section class="emergencies">
      <h2>
        {messages.emergencies} <strong>{emergencies.length}</strong>
      </h2>
      <ul>
        {emergencies.slice(0, shown).map(({ since, answered, category, village }, index) => {
          const passed = now - Date.parse(since);
          return (
            <li key={`${since} ${index}`}>
              {[
                category?.[language] ?? messages.emergency,
                village?.[language],
                passed < 60_000 ? messages.now : durationText(passed, language),
                answered ? messages.answered : messages.calling,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          );
        })}
        {rest > 0 && <li>{messages.more(rest)}</li>}
      </ul>
    </section>
  );
}
