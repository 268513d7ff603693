import * as z from 'zod';
import { readPhone } from '../../../domain/contact/phone.js';
import type { CarrierInbound } from '../../../domain/town/carrier-schema.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import { townPhone } from '../../http/town-phone.js';
import { nameOfSomething } from '../../../contracts/words.js';
import { wrong } from '../../../domain/words/wrong-values.js';

/** Characters: whatever length a text has, it is taken; who reads it says so if it was too long. */
export const LONGEST_TEXT = 64 * 1024;

/**
 * A text from a carrier, under the carrier's own names; its other fields are left alone. All are text, the id too: a
 * number of more digits than JSON keeps would make two messages one.
 */
export const carriedTextSchema = (settings: TownSettings, names: CarrierInbound['names']) =>
  z.object({
    [names.id]: nameOfSomething.trim().min(1),
    [names.from]: townPhone(settings),
    [names.to]: nameOfSomething.refine(
      (number) => readPhone(number, settings) === settings.sms.number,
      wrong('not-this-town'),
    ),
    [names.body]: z.string().max(LONGEST_TEXT),
  });
