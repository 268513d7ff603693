import { useEffect, useState } from 'preact/hooks';
import { placesRoute, receptionDaysRoute } from '../../../contracts/resident/places.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { WEEKDAYS, type Weekday } from '../../../domain/town/field-schemas.js';
import type { Language } from '../../../domain/words/language.js';
import { joined } from '../../../contracts/pages/join-words.js';
import { shownPhone } from '../../../contracts/pages/telephone.js';
import { nearDateText, weekdayText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import { hoursByDays, isRun, type TownPlace } from '../places.js';
import { useKept } from './use-kept.js';

type ReceptionDay = AnswerOf<typeof receptionDaysRoute>['days'][number];

/** Reception days shown of a place; a weekly one is there for three weeks then. */
const MOST_DAYS = 3;

/** Where people can come in person, when it is open, and who receives them on which day. */
export function PlacesPage() {
  const { call, keep, messages } = usePage();
  const { places: words } = messages;
  const { value, failed, reload } = useKept(keep, call, placesRoute);
  const places = value?.places;
  const days = useReceptionDays();
  return (
    <>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <div role="status">
        {!places && !failed && <p class="hint">{words.loading}</p>}
        {!places && failed && (
          <p class="notice">
            {messages.track.unreachable}{' '}
            <button type="button" onClick={reload}>
              {messages.track.retry}
            </button>
          </p>
        )}
        {places?.length === 0 && <p class="notice">{words.none}</p>}
      </div>
      {places?.map((place) => (
        <PlaceCard key={place.id} place={place} days={days.filter((day) => day.place === place.id)} />
      ))}
    </>
  );
}

/** From today on; none while they are not known. What was kept of an earlier day would send people in vain. */
function useReceptionDays(): readonly ReceptionDay[] {
  const { call } = usePage();
  const [days, setDays] = useState<readonly ReceptionDay[]>([]);
  useEffect(() => {
    let gone = false;
    void call(receptionDaysRoute).then((reply) => {
      if (!gone && reply.kind === 'answer') setDays(reply.value.days);
    });
    return () => {
      gone = true;
    };
  }, []);
  return days;
}

function PlaceCard({ place, days }: { place: TownPlace; days: readonly ReceptionDay[] }) {
  const { messages, language, town } = usePage();
  const { places: words } = messages;
  const { name, kind, address, phone, hours } = place;
  return (
    <section class="facts">
      <h2 class="status">{name[language]}</h2>
      <p class="hint">{words.kinds[kind]}</p>
      <dl>
        <dt>{words.address}</dt>
        <dd>{address[language]}</dd>
        <dt>{words.phone}</dt>
        <dd>
          <a href={`tel:${phone}`}>{shownPhone(phone, town?.number ?? '')}</a>
        </dd>
        <dt>{words.open}</dt>
        {hoursByDays(hours).map((opening) => (
          <dd key={opening.days.join()}>
            {daysText(opening.days, language)} {joined(opening.times, language, 'conjunction')}
          </dd>
        ))}
        {days.length > 0 && <dt>{words.received}</dt>}
        {days.slice(0, MOST_DAYS).map((day) => (
          <dd key={day.date + day.from}>
            {nearDateText(day.date, language)}{' '}
            {day.off ? words.off[day.off] : words.receives(`${day.from}–${day.to}`, day.person)}
          </dd>
        ))}
      </dl>
    </section>
  );
}

function daysText(days: readonly Weekday[], language: Language): string {
  const names = days.map((day) => weekdayText(WEEKDAYS.indexOf(day), language));
  return isRun(days) ? `${names[0]}–${names[names.length - 1]}` : joined(names, language, 'conjunction');
}
