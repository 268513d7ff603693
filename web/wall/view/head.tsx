import { dateText, timeText } from '../../../contracts/pages/times.js';
import { zoneNote } from '../../../contracts/pages/zone-note.js';
import type { townRoute } from '../../../contracts/resident/town.js';
import type { AnswerOf } from '../../../contracts/route.js';
import type { Freshness } from '../freshness.js';
import type { Spoken, Today } from './wall.js';

interface HeadProps extends Spoken {
  readonly today: Today;
  readonly town: AnswerOf<typeof townRoute> | undefined;
  /** Milliseconds since the answer came: the town's clock goes on meanwhile, whatever the screen's own says. */
  readonly ahead: number;
  readonly freshness: Freshness;
}

/** Whose day it is, the time, and how new the figures are. */
export function Head({ language, messages, today, town, ahead, freshness }: HeadProps) {
  const { at, date, timeZone } = today;
  const read = timeText(at, language, timeZone);
  return (
    <header>
      <h1>
        {town?.name[language] ?? ''} <span class="day">{dateText(date, language)}</span>
      </h1>
      <p class="fresh" role="status">
        {freshness === 'lost' ? messages.lost(read) : messages.live(read)}
        {zoneNote(timeZone, at, language)}
        {town?.sample === true && <span class="sample">{messages.sample}</span>}
      </p>
      <p class="clock">{timeText(Date.parse(at) + ahead, language, timeZone)}</p>
    </header>
  );
}
