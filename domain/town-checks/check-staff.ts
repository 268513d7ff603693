import { isMistyped } from '../contact/whose-number.js';
import { findRepeats } from './find-repeats.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** People are listed once, each with a whole phone number of their own (it tells who texts) that may be texted. */
export const checkStaff = (town: Town): TownProblem[] => [
  ...findRepeats(town.staff, (person) => person.id).map(({ index, key }) =>
    problemAt(['staff', index, 'id'], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is there twice; keep one`,
    }),
  ),
  ...findRepeats(town.staff, (person) => person.phone).map(({ index, first }) =>
    problemAt(['staff', index, 'phone'], {
      'zh-CN': `“${town.staff[first]?.id}”已使用此号码，每人须有各自的号码`,
      en: `"${town.staff[first]?.id}" has this number already; each person needs their own`,
    }),
  ),
  ...town.staff.flatMap((person, index) =>
    town.settings.sms.countryCodes.some((code) => person.phone.startsWith(`+${code}`))
      ? []
      : [
          problemAt(['staff', index, 'phone'], {
            'zh-CN': `不向该国家发送短信，设置中只允许 +${town.settings.sms.countryCodes.join('、+')}`,
            en: `this country is not texted; the settings allow +${town.settings.sms.countryCodes.join(', +')}`,
          }),
        ],
  ),
  ...town.staff.flatMap(({ phone }, index) =>
    isMistyped(phone)
      ? [
          problemAt(['staff', index, 'phone'], {
            'zh-CN': '手机号码的位数不对，应为11位',
            en: 'a Chinese mobile number has eleven digits after +86',
          }),
        ]
      : [],
  ),
];
