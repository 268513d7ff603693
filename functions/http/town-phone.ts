import * as z from 'zod';
import { readPhone } from '../../domain/contact/phone.js';
import { type Nobodys, whyNobodys } from '../../domain/contact/whose-number.js';
import type { TownSettings } from '../../domain/town/schema.js';
import { phone } from '../../contracts/words.js';

/** The same, read as a number that the town may text: E.164. */
export const townPhone = (settings: TownSettings) =>
  phone.transform((text, context) => {
    const number = readPhone(text, settings);
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', message: '不是有效的电话号码 | is not a valid phone number' });
    return z.NEVER;
  });

const NOBODYS: Readonly<Record<Nobodys, string>> = {
  own: '这是本镇的短信号码，请填写您自己的电话 | is the number of the town; please give your own',
  foreign:
    '本镇不能给这个国家或地区的号码发短信，请换一个号码 | is of a country that the town does not text; please give another',
  service:
    '这是服务号码或收费号码，请填写手机或座机号码 | is the number of a service, or a premium one; please give a mobile or a landline',
};

/** The same of a person: not the town's own, a service's, or one that the town does not text. */
export const personsPhone = (settings: TownSettings) =>
  townPhone(settings).superRefine((number, context) => {
    const why = whyNobodys(number, settings);
    if (why) context.addIssue({ code: 'custom', message: NOBODYS[why] });
  });
