import type { Services } from '../../../adapters/services.js';
import type { CloseReport } from '../../../domain/daily-close/close-report.js';
import { type Digest, digestsOf } from '../../../domain/daily-close/digests.js';
import { waitingText } from '../../../domain/daily-close/wait-words.js';
import type { Placeholder } from '../../../domain/texts/text-keys.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { reach, textStaff } from '../../use-cases/text-staff.js';

/** Texts the day to the heads, the leaders and the supervisors; who is told of the whole town is not told of a part. */
export async function tellDay(
  services: Services<{ texts: 'send' }>,
  town: Town,
  report: CloseReport,
  at: number,
): Promise<void> {
  const told = new Set<string>();
  for (const digest of digestsOf(town, report)) {
    const to = reach(town, digest.to, at);
    if (digest.to.ladder !== 'team' && told.has(to.staff)) continue;
    if (digest.to.ladder !== 'team') told.add(to.staff);
    await textStaff(services, town, {
      to,
      purpose: `daily-close/${report.date}/${digest.of}`,
      text: digest.counts.overdue > 0 ? 'digest-late' : 'digest',
      values: valuesOf(digest, to.language),
      at,
    });
  }
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
