import { useEffect, useState } from 'preact/hooks';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import type { Language } from '../../../domain/words/language.js';
import { villagesOf } from '../../../contracts/resident/board.js';
import { mapRoute } from '../../../contracts/resident/map.js';
import { saidRatesRoute, todayRoute } from '../../../contracts/resident/today.js';
import { townRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import type { CallRoute } from '../../call-route.js';
import { freshnessOf, placeAt } from '../freshness.js';
import { type Messages, MESSAGES } from '../messages.js';
import { useRenewal } from '../use-renewal.js';
import { useRepeated } from '../use-repeated.js';
import { Done } from './done.js';
import { Emergencies } from './emergencies.js';
import { Head } from './head.js';
import { Rates } from './rates.js';
import { Counts, Steps } from './steps.js';
import { VillageMap } from './village-map.js';

export type Today = AnswerOf<typeof todayRoute>;
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The last so many days are what residents' answers are taken from: a month that has just begun says little. */
const DAYS = 30;

const lastDays = ({ date }: Today) => ({ from: addDays(date, 1 - DAYS), to: date, by: 'town' as const });

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5 * SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The town's day on one screen, for a hall. Nobody touches it: it looks again by itself. */
export function Wall({ call, language }: { call: CallRoute; language: Language }) {
  const messages = MESSAGES[language];
  const spoken = { language, messages };
  const now = useNow();
  const today = useRepeated({ call, route: todayRoute, query: {}, every: 20 * SECOND });
  const town = useRepeated({ call, route: townRoute, query: {}, every: 6 * HOUR }).value;
  const ground = useRepeated({ call, route: mapRoute, query: {}, every: 6 * HOUR }).value;
  const period = today.value && lastDays(today.value);
  const rates = useRepeated({ call, route: saidRatesRoute, query: period, every: 10 * MINUTE }).value;
  const freshness = freshnessOf(today, now);
  useRenewal(today.value?.date);
  if (today.value === undefined || today.readAt === undefined)
    return (
      <main class="wall empty">
        <h1>{town?.name[language] ?? ''}</h1>
        <p role="status">{freshness === 'unreachable' ? messages.unreachable : messages.opening}</p>
      </main>
    );
  const villages = villagesOf(today.value);
  const { x, y, mirrored } = placeAt(now);
  const padding = `${3 + y}rem ${4 - x}rem ${3 - y}rem ${4 + x}rem`;
  const ahead = Math.max(0, now - today.readAt);
  return (
    <main class={`wall ${freshness}`} style={{ padding }}>
      <Head {...spoken} today={today.value} town={town} ahead={ahead} freshness={freshness} />
      <Emergencies {...spoken} today={today.value} ahead={ahead} />
      <div class={mirrored ? 'halves mirrored' : 'halves'}>
        <div class="figures">
          <Steps {...spoken} today={today.value} />
          <Counts {...spoken} today={today.value} />
          <Rates {...spoken} said={rates?.total} />
          <Done {...spoken} villages={villages} />
        </div>
        <VillageMap {...spoken} map={ground} villages={villages} />
      </div>
    </main>
  );
}
