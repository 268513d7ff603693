import * as z from 'zod';
import { readPhone } from '../../../domain/contact/phone.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import { nameOfSomething } from './words.js';

/** A phone number as people write it. */
export const phone = nameOfSomething.trim().min(1);

/** The same, read as a number that the town may text: E.164. */
export const townPhone = (settings: TownSettings) =>
  phone.transform((text, context) => {
    const number = readPhone(text, settings);
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', message: '不是有效的电话号码 | is not a valid phone number' });
    return z.NEVER;
  });
