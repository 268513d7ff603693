import type { Services } from '../../../adapters/services.js';
import type { CloseReport } from '../../../domain/daily-close/close-report.js';
import { type Digest, digestsOf } from '../../../domain/daily-close/digests.js';
import { waitingText } from '../../../domain/daily-close/wait-words.js';
import type { Placeholder } from '../../../domain/texts/text-keys.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { reach, type Reached, textStaff } from '../../use-cases/text-staff.js';

/** People who are told in one go: some ten texts a second, and a function has thirty seconds. */
const AT_ONCE = 80;

interface Telling {
  readonly report: CloseReport;
  readonly at: number;
  /** So many of the day's digests have been looked at. */
  readonly after: number | undefined;
}

/** Texts the day to the heads, the leaders and the supervisors, so many a call; answers how many digests were looked at while there are more. */
export async function tellDay(
  services: Services<{ texts: 'send' }>,
  town: Town,
  { report, at, after }: Telling,
): Promise<number | undefined> {
  const digests = digestsOf(town, report);
  const until = after === undefined ? digests.length : after + AT_ONCE;
  const receivers = receiversOf(town, digests, at);
  for (const [place, digest] of digests.entries()) {
    const to = receivers[place];
    if (to === undefined || place < (after ?? 0) || place >= until) continue;
    await textStaff(services, town, {
      to,
      purpose: `daily-close/${report.date}/${digest.of}`,
      text: digest.counts.overdue > 0 ? 'digest-late' : 'digest',
      values: valuesOf(digest, to.language),
      at,
    });
  }
  return until < digests.length ? until : undefined;
}

/** The receiver of each digest; who is told of the whole town is not told of a part. */
function receiversOf(town: Town, digests: readonly Digest[], at: number): (Reached | undefined)[] {
  const told = new Set<string>();
  return digests.map((digest) => {
    const to = reach(town, digest.to, at);
    if (digest.to.ladder === 'team') return to;
    if (told.has(to.staff)) return undefined;
    told.add(to.staff);
    return to;
  });
}

function valuesOf({ place, counts, late }: Digest, language: Language): Partial<Record<Placeholder, string>> {
  return {
    place: place[language],
    reported: String(counts.reported),
    handled: String(counts.handled),
    closed: String(counts.closed),
    carried: String(counts.carriedOver),
    waiting: waitingText(counts, language),
    overdue: String(counts.overdue),
    late: late[language],
  };
}
