import * as z from 'zod';
import { readPhone } from '../../domain/contact/phone.js';
import { type Nobodys, whyNobodys } from '../../domain/contact/whose-number.js';
import type { TownSettings } from '../../domain/town/schema.js';
import { phone } from '../../contracts/words.js';
import { wrong, type WrongValue } from '../../domain/words/wrong-values.js';

/** The same, read as a number that the town may text: E.164. */
export const townPhone = (settings: TownSettings) =>
  phone.transform((text, context) => {
    const number = readPhone(text, settings);
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', message: wrong('no-phone') });
    return z.NEVER;
  });

const NOBODYS: Readonly<Record<Nobodys, WrongValue>> = {
  own: wrong('number-of-the-town'),
  foreign: wrong('foreign-number'),
  service: wrong('service-number'),
};

/** The same of a person: not the town's own, a service's, or one that the town does not text. */
export const personsPhone = (settings: TownSettings) =>
  townPhone(settings).superRefine((number, context) => {
    const why = whyNobodys(number, settings);
    if (why) context.addIssue({ code: 'custom', message: NOBODYS[why] });
  });
