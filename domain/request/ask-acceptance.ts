import { deadline } from '../calendar/deadline.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { homeLadder } from './home-ladder.js';
import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { Addressee } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** Asks somebody to accept a request: whoever is first on its ladder, unless `to` says who. */
export function askAcceptance(
  record: RequestRecord,
  rules: Rules,
  at: number,
  to: Addressee & { who: 'staff' } = staffAt(rules, homeLadder(record, rules), 0, at),
): Decision {
  const { settings } = rules.town;
  const until = deadline(at, settings.paths[record.path].acceptWithin, settings);
  const other = record.duplicateOf;
  const planned = planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, due: until }),
    { kind: 'acceptance', to, until, ...(other === undefined ? {} : { other }) },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'accept', ask: planned.ask } };
}
