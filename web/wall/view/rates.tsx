import type { saidRatesRoute } from '../../../contracts/resident/today.js';
import type { AnswerOf } from '../../../contracts/route.js';
import type { Spoken } from './wall.js';

const SAID = ['saidContacted', 'saidSolved', 'saidSatisfied'] as const;

interface RatesProps extends Spoken {
  readonly said: AnswerOf<typeof saidRatesRoute>['total'] | undefined;
}

/** The three rates as residents said, with how many said it: nobody is to take two of three for many. */
export function Rates({ messages, said }: RatesProps) {
  return (
    <section class="rates">
      <h2>{messages.rates}</h2>
      <ul>
        {SAID.map((name) => {
          const { part = 0, of = 0, share = null } = said?.[name] ?? {};
          return (
            <li key={name}>
              <span>{messages.said[name]}</span>
              {share === null ? (
                <em>{messages.nobodySaid}</em>
              ) : (
                <>
                  <strong>{`${Math.round(share * 100)}%`}</strong>
                  <em>{messages.partOf(part, of)}</em>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
