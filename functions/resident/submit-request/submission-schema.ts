import * as z from 'zod';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { Town } from '../../../domain/town/schema.js';
import { personsPhone } from '../../http/town-phone.js';
import { person, submissionFields } from '../../../contracts/resident/request.js';
import { nameOfSomething } from '../../../contracts/words.js';
import { wrong } from '../../../domain/words/wrong-values.js';

const requestNumber = nameOfSomething.transform((written, context) => {
  const id = readRequestId(written);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: wrong('no-request-number') });
  return z.NEVER;
});

/** The same for one town: its villages, groups and categories are the only ones there are. */
export function submissionSchema(town: Town) {
  const { shape } = submissionFields;
  const number = personsPhone(town.settings);
  return submissionFields
    .extend({
      phone: number,
      village: shape.village.refine(
        (id) => id === undefined || town.villages.some((village) => village.id === id),
        wrong('no-village'),
      ),
      category: shape.category.refine(
        (id) => id === undefined || town.categories.some((category) => category.id === id),
        wrong('no-category'),
      ),
      onBehalfOf: person.extend({ phone: number.optional() }).optional(),
      sameAs: requestNumber.optional(),
    })
    .superRefine(({ village: id, group }, context) => {
      if (group === undefined) return;
      const village = town.villages.find((candidate) => candidate.id === id);
      if (id === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['group'],
          message: wrong('group-without-village'),
        });
      } else if (village && !village.groups.some(({ number }) => number === group)) {
        const message = wrong('no-group');
        context.addIssue({ code: 'custom', path: ['group'], message });
      }
    });
}
export type SubmissionBody = z.output<ReturnType<typeof submissionSchema>>;
