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
  /** So many have been told. */
  readonly after: number | undefined;
}

/** Texts the day to the heads, the leaders and the supervisors, so many a call; answers how many have been told while there are more. */
export async function tellDay(
  services: Services<{ texts: 'send' }>,
  town: Town,
  { report, at, after }: Telling,
): Promise<number | undefined> {
  const all = receivers(town, report, at);
  const until = after === undefined ? all.length : after + AT_ONCE;
  for (const { digest, to } of all.slice(after, until)) {
    await textStaff(services, town, {
      to,
      purpose: `daily-close/${report.date}/${digest.of}`,
      text: digest.counts.overdue > 0 ? 'digest-late' : 'digest',
      values: valuesOf(digest, to.language),
      at,
    });
  }
  return until < all.length ? until : undefined;
}

/** Who is told what; who is told of the whole town is not told of a part. */
function receivers(town: Town, report: CloseReport, at: number): { digest: Digest; to: Reached }[] {
  const told = new Set<string>();
  return digestsOf(town, report).flatMap((digest) => {
    const to = reach(town, digest.to, at);
    if (digest.to.ladder !== 'team' && told.has(to.staff)) return [];
    if (digest.to.ladder !== 'team') told.add(to.staff);
    return [{ digest, to }];
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
