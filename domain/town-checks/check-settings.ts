import { isWorkingDay } from '../deadlines/working-days.js';
import { signatureProblem } from '../texts/manner-problems.js';
import { findRepeats } from './find-repeats.js';
import type { Allowance } from '../town/allowance.js';
import type { KnownIds } from './known-ids.js';
import { languageSchema } from '../words/language.js';
import type { Rung, Town, TownSettings } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Checks the ladder, the named departments, the working hours, the time zone and the SMS number. */
export const checkSettings = (town: Town, known: KnownIds): TownProblem[] => [
  ...checkLadder('ladder', town.settings.ladder, known),
  ...checkLadder('emergencyLadder', town.settings.emergencyLadder ?? [], known),
  ...checkNamedDepartments(town.settings, known),
  ...checkWorkingHours(town.settings),
  ...checkTimeZone(town.settings),
  ...checkCurrency(town.settings),
  ...checkHolidays(town.settings),
  ...checkSmsNumber(town.settings),
  ...checkShares(town.settings),
  ...checkQuietHours(town.settings),
  ...checkReminder(town.settings),
  ...checkSignature(town.settings),
  ...checkTakingUp(town),
];

function checkLadder(
  name: 'ladder' | 'emergencyLadder',
  ladder: readonly Rung[],
  known: KnownIds,
): TownProblem[] {
  return ladder.flatMap((rung, index) => {
    const path = ['settings', name, index];
    const shown = typeof rung === 'string' ? rung : rung.department;
    const earlier = ladder
      .slice(0, index)
      .some((other) => (typeof other === 'string' ? other : other.department) === shown);
    if (earlier) {
      return [
        problemAt(path, {
          'zh-CN': `${shown} 在升级顺序中出现两次，请只保留一次`,
          en: `${shown} is on the ladder twice; keep one`,
        }),
      ];
    }
    return typeof rung === 'string' || known.has('departments', rung.department)
      ? []
      : [unknownDepartment([...path, 'department'], rung.department)];
  });
}

const checkNamedDepartments = ({ departments }: TownSettings, known: KnownIds): TownProblem[] =>
  Object.entries(departments).flatMap(([role, id]) =>
    known.has('departments', id) ? [] : [unknownDepartment(['settings', 'departments', role], id)],
  );

const unknownDepartment = (path: (string | number)[], id: string): TownProblem =>
  problemAt(path, {
    'zh-CN': `没有部门“${id}”，请填写 departments.yaml 中的部门`,
    en: `there is no department "${id}"; name one of departments.yaml`,
  });

function checkWorkingHours({ workingHours }: TownSettings): TownProblem[] {
  return workingHours.flatMap(({ from, to }, index) => {
    const before = workingHours[index - 1];
    const path = ['settings', 'workingHours', index];
    if (from >= to) {
      return [
        problemAt(path, {
          'zh-CN': `开始时间 ${from} 不早于结束时间 ${to}`,
          en: `from ${from} is not before to ${to}`,
        }),
      ];
    }
    return before && from < before.to
      ? [
          problemAt(path, {
            'zh-CN': `早于上一段的结束时间 ${before.to}`,
            en: `begins before ${before.to}, when the one above ends`,
          }),
        ]
      : [];
  });
}

function checkTimeZone({ timeZone }: TownSettings): TownProblem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format(0);
    return [];
  } catch {
    return [
      problemAt(['settings', 'timeZone'], {
        'zh-CN': `“${timeZone}”不是时区名称，请写如 Asia/Shanghai`,
        en: `"${timeZone}" is not a time zone; write for example Asia/Shanghai`,
      }),
    ];
  }
}

/** What looks like a code and is none would be shown as it stands, behind every sum. */
function checkCurrency({ currency }: TownSettings): TownProblem[] {
  return Intl.supportedValuesOf('currency').includes(currency)
    ? []
    : [
        problemAt(['settings', 'currency'], {
          'zh-CN': `“${currency}”不是 ISO 4217 币种代码，请写如 CNY`,
          en: `"${currency}" is no currency of ISO 4217; write for example EUR`,
        }),
      ];
}

/** A rule named twice, or a working day that is one anyway, is a slip: something else was meant. */
function checkHolidays({ holidays }: TownSettings): TownProblem[] {
  if (typeof holidays === 'string') return [];
  const path = ['settings', 'holidays'];
  const repeated = findRepeats(holidays.own, ({ rule }) => rule).map(({ index, key }) =>
    problemAt([...path, 'own', index, 'rule'], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is there twice; keep one`,
    }),
  );
  const worked = { holidays: { ...holidays, workingDays: [] } };
  const needless = holidays.workingDays.flatMap((date, index) =>
    isKnownWorkingDay(date, worked)
      ? [
          problemAt([...path, 'workingDays', index], {
            'zh-CN': `${date} 本来就是工作日，请删除或更正日期`,
            en: `${date} is a working day anyway; remove it or correct the date`,
          }),
        ]
      : [],
  );
  return [...repeated, ...needless];
}

/** A year that nobody knows yet may hold anything. */
function isKnownWorkingDay(date: string, settings: Pick<TownSettings, 'holidays'>): boolean {
  try {
    return isWorkingDay(date, settings);
  } catch {
    return false;
  }
}

const checkSmsNumber = ({ sms }: TownSettings): TownProblem[] =>
  sms.countryCodes.some((code) => sms.number.startsWith(`+${code}`))
    ? []
    : [
        problemAt(['settings', 'sms', 'number'], {
          'zh-CN': `不属于允许发送短信的国家码（${sms.countryCodes.join('、')}）`,
          en: `begins with none of the country codes that are texted (${sms.countryCodes.join(', ')})`,
        }),
      ];

/** The shares of the kinds of texts cannot be more than all there is. */
function checkShares({ sms: { caps } }: TownSettings): TownProblem[] {
  const sum = Object.values(caps.shares).reduce((total, share) => total + share, 0);
  return sum <= 100
    ? []
    : [
        problemAt(['settings', 'sms', 'caps', 'shares'], {
          'zh-CN': `合计${sum}%，不能超过100%`,
          en: `come to ${sum} in a hundred; they can be 100 at most`,
        }),
      ];
}

/** Working time is counted from when somebody is told, so nobody may be told later than it begins. */
function checkQuietHours({ sms, workingHours }: TownSettings): TownProblem[] {
  const { from, to } = sms.quietHours;
  const path = ['settings', 'sms', 'quietHours'];
  if (from === to)
    return [
      problemAt(path, {
        'zh-CN': '开始与结束时间相同，请填写两个时间',
        en: 'begin when they end; give two times',
      }),
    ];
  const parts =
    from < to
      ? [{ from, to }]
      : [
          { from, to: '24:00' },
          { from: '00:00', to },
        ];
  const summaryAtNight = parts.some((part) => part.from <= sms.summaryAt && sms.summaryAt < part.to);
  const worked = workingHours.find((shift) =>
    parts.some((part) => part.from < shift.to && shift.from < part.to),
  );
  const summary = summaryAtNight
    ? [
        problemAt(['settings', 'sms', 'summaryAt'], {
          'zh-CN': `${sms.summaryAt} 在免打扰时段内，不会发送汇总`,
          en: `${sms.summaryAt} is in the quiet hours, in which no summary is sent`,
        }),
      ]
    : [];
  return worked
    ? [
        ...summary,
        problemAt(path, {
          'zh-CN': `与工作时间（${worked.from} 至 ${worked.to}）重叠，工作时间内必须能发短信`,
          en: `include working hours (${worked.from} to ${worked.to}), in which people must be told what they have to do`,
        }),
      ]
    : summary;
}

/** Whoever is reminded of an appointment can still call somebody about it. Working hours are never quiet. */
const checkReminder = ({ appointments, workingHours }: TownSettings): TownProblem[] =>
  workingHours.some(({ from, to }) => from <= appointments.remindAt && appointments.remindAt < to)
    ? []
    : [
        problemAt(['settings', 'appointments', 'remindAt'], {
          'zh-CN': `${appointments.remindAt} 不在工作时间内，被提醒的人找不到人问`,
          en: `${appointments.remindAt} is outside the working hours: nobody could be called about a reminder`,
        }),
      ];

const checkSignature = (settings: TownSettings): TownProblem[] =>
  languageSchema.options.flatMap((language) => {
    const problem = signatureProblem(settings.sms.signature[language], settings);
    return problem
      ? [problemAt(['settings', 'sms', 'signature', language], { 'zh-CN': problem['zh-CN'], en: problem.en })]
      : [];
  });

/** Round the clock; an allowance of working time is not compared. */
const hoursOf = (allowance: Allowance): number | undefined => {
  if ('days' in allowance) return allowance.days * 24;
  if ('hours' in allowance) return allowance.hours;
  return 'minutes' in allowance ? allowance.minutes / 60 : undefined;
};

/** Everybody on the ladder must have their turn before a petition's time to be taken up is over. */
function checkTakingUp({ settings, departments }: Town): TownProblem[] {
  const people = settings.ladder.flatMap((rung) =>
    typeof rung === 'string'
      ? [rung]
      : (departments.find(({ id }) => id === rung.department)?.contacts ?? []),
  ).length;
  const rung = hoursOf(settings.paths.petition.acceptWithin);
  const whole = hoursOf(settings.petition.takeUpWithin);
  if (rung === undefined || whole === undefined || rung * people <= whole) return [];
  return [
    problemAt(['settings', 'paths', 'petition', 'acceptWithin'], {
      'zh-CN': `升级顺序共 ${people} 人，每人 ${rung} 小时，超过 petition.takeUpWithin 的 ${whole} 小时`,
      en: `${people} people on the ladder have ${rung} hours each, more than the ${whole} hours of petition.takeUpWithin`,
    }),
  ];
}
