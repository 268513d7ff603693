import type { Rules } from '../../../domain/request/decision.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import type { Told } from './request-detail.js';
import { nameBeside } from '../words.js';

/** How far the programme is: its stages and their steps; nothing while no department works on the request. */
export function coordinationView(
  record: RequestRecord,
  rules: Rules,
  { language, words }: Told,
): Pick<ConsoleRequest, 'coordination'> {
  if (!record.coordination) return {};
  const { round, stage: open, done, refused } = record.coordination;
  const programme = programmeOf(record, rules);
  return {
    coordination: {
      programme: programme.name[language],
      round,
      stages: programme.stages.map(({ id, name, steps }, index) => {
        const taken = steps.map((step) => done.includes(`${index}/${step.id}`));
        return {
          id,
          name: name[language],
          state: taken.every(Boolean) ? 'done' : index === open ? 'open' : 'waiting',
          steps: steps.map((step, at) => ({
            id: step.id,
            name: step.name[language],
            done: taken[at] === true,
          })),
        };
      }),
      ...(refused
        ? {
            refused: {
              by: refused.by,
              ...nameBeside(rules.town, 'byName', refused.by),
              ...(words ? { reason: refused.reason } : {}),
            },
          }
        : {}),
    },
  };
}
