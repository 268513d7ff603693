import type { Spoken, Today } from './wall.js';

interface OfToday extends Spoken {
  readonly today: Today;
}

/** The open requests, by the four steps. */
export function Steps({ messages, today: { steps } }: OfToday) {
  return (
    <section class="steps">
      <h2>{messages.open}</h2>
      <ol>
        {steps.map(({ step, open }) => (
          <li key={step}>
            <strong>{open}</strong>
            <span>{messages.steps[step]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const COUNTED = ['reported', 'handled', 'closed', 'overdue'] as const;

/** The figures of the day so far. */
export function Counts({ messages, today: { total } }: OfToday) {
  return (
    <section class="counts">
      <h2>{messages.today}</h2>
      <ul>
        {COUNTED.map((name) => (
          <li key={name} class={name === 'overdue' && total.overdue > 0 ? 'late' : undefined}>
            <strong>{total[name]}</strong> <span>{messages.counts[name]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
