import * as z from 'zod';
import { ownHolidaySchema } from '../calendar/own-holidays.js';
import { fieldRuleSchema, programmePlacesSchema } from './programme-places.js';
import { allowanceSchema } from './allowance.js';
import { CALLERS, callersSchema, sharesSchema, TEXT_SHARES } from './caller-schema.js';
import { carrierSchema } from './carrier-schema.js';
import { emergenciesSchema } from './emergency-schema.js';
import {
  clockTime,
  dutySchema,
  halfHour,
  id,
  INSPECTION_METHODS,
  isoDate,
  LAST_WEEKDAYS,
  type Leave,
  leaveSchema,
  type Milestone,
  MILESTONES,
  type Path,
  pathSchema,
  phone,
  WEEKDAYS,
} from './field-schemas.js';
import { bilingualSchema, languageSchema } from '../words/language.js';
import { placeSchema, receptionDaySchema } from './place-schemas.js';
import { RETENTION, retentionSchema } from './retention-schema.js';
import { DANGERS } from './dangers.js';
import { mapSchema } from './map-schema.js';
import { LONGEST_NAME } from '../words/limits.js';

export type { Leave, Milestone, Path };

/** What a path allows: how long each rung of the ladder has to accept, and how long until it must be settled. */
export const pathRulesSchema = z.strictObject({
  acceptWithin: allowanceSchema,
  settleWithin: allowanceSchema,
  /** How much one extension adds. */
  extendBy: allowanceSchema,
});

/** One step up the escalation ladder: a post of the grid team, or a department (the duty desk, the leader). */
export const rungSchema = z.union([
  // `neighbour` is the A post of the nearest other grid.
  z.enum(['post-a', 'post-b', 'post-c', 'neighbour']),
  z.strictObject({ department: id }),
]);
export type Rung = z.infer<typeof rungSchema>;

/** When the recurring systems run, each on days and at a time of the town's own. */
const roundsSchema = z.strictObject({
  'daily-close': z.strictObject({ on: z.literal('working-days'), at: clockTime }),
  'deadline-cards': z.strictObject({ on: z.literal('working-days'), at: clockTime }),
  'visit-round': z.strictObject({ on: z.enum(WEEKDAYS), at: clockTime }),
  'weekly-inspection': z.strictObject({ on: z.enum(WEEKDAYS), at: clockTime }),
  'monthly-inspection': z.strictObject({ on: z.enum(LAST_WEEKDAYS), at: clockTime }),
});

const publicCalendarSchema = z.enum(['CN', 'none']);
/** Public holidays with the town's own days. */
export const townCalendarSchema = z.strictObject({
  calendar: publicCalendarSchema,
  own: z.array(ownHolidaySchema).default([]),
  /** Days that are worked whatever else is said of them, for example a Saturday made up for a day off. */
  workingDays: z.array(isoDate).default([]),
});
export const holidaysSchema = z.union([publicCalendarSchema, townCalendarSchema]);
export type Holidays = z.infer<typeof holidaysSchema>;

/** A class of households, and how often one of it is visited. */
export const visitClassSchema = z.strictObject({
  id,
  name: bilingualSchema,
  everyDays: z.number().int().positive(),
});

/** As many household numbers as a text holds beside its other words: `PLACEHOLDER_LENGTH.households`, four characters each. */
const MOST_VISITS_A_WEEK = 16;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** To one number of a resident's, to one of the staff's, and of the whole town. */
const capsSchema = z.strictObject({
  resident: z.number().int().positive(),
  staff: z.number().int().positive(),
  town: z.number().int().positive(),
});

export const settingsSchema = z.strictObject({
  id,
  name: bilingualSchema,
  /** Says on every page and in every listing that names and numbers are invented. */
  sample: z.boolean(),
  timeZone: z.string(),
  /** Of every sum of money, its code in ISO 4217. Towns that were stored before there was one name none. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters')
    .default('CNY'),
  /** Whose public holidays and make-up working days count; with `own`, the days the town names itself besides. */
  holidays: holidaysSchema,
  workingHours: z.array(z.strictObject({ from: clockTime, to: clockTime })).min(1),
  defaultLanguage: languageSchema,
  sms: z.strictObject({
    /** The number residents and cadres text. */
    number: phone,
    signature: bilingualSchema,
    /** Carriers of +86 block links: then texts carry codes only. */
    links: z.boolean(),
    /** Only these country calling codes are texted. */
    countryCodes: z.array(z.string().regex(/^\d{1,3}$/)).min(1),
    /** Who takes texts to phones. */
    carrier: carrierSchema,
    /**
     * Texts that can wait are not sent in these hours, which may run over midnight; emergencies are. What was held is looked for
     * every half hour.
     */
    quietHours: z.strictObject({ from: clockTime, to: halfHour }),
    /** When whoever of the staff wants it is sent the day's notices that need no answer; looked for every half hour. */
    summaryAt: halfHour,
    /** The most texts a day; what is beyond is recorded, not sent. Emergencies are counted apart. */
    caps: z.strictObject({
      everyday: capsSchema,
      emergencies: capsSchema,
      shares: sharesSchema.default(TEXT_SHARES),
    }),
    /** Numbers that nobody holds: services, premium-rate and short numbers. Patterns of the whole number, with its +country. */
    serviceNumbers: z.array(z.string().refine(isPattern, 'a regular expression')).default([]),
    /** What the town's carrier takes for one part, sent or received, in US dollars; for the bill of a request. */
    usdPerPart: z.strictObject({ out: z.number().nonnegative(), in: z.number().nonnegative() }).optional(),
  }),
  paths: z.strictObject({
    'same-day': pathRulesSchema,
    programme: pathRulesSchema,
    emergency: pathRulesSchema,
    petition: pathRulesSchema,
    coordinated: pathRulesSchema,
  }),
  /** Who is asked, in order, when nobody answers. The last rung is asked again until it answers. */
  ladder: z.array(rungSchema).min(1),
  /** The same in an emergency; absent: no other. It ends with a department. */
  emergencyLadder: z.array(rungSchema).min(1).optional(),
  /** What stands behind that ladder, and what follows an emergency. Towns that were stored before there was one name none. */
  emergencies: emergenciesSchema.optional(),
  departments: z.strictObject({ dutyDesk: id, dutyLeader: id, townLeader: id, inspectionTeam: id }),
  limits: z.strictObject({
    /** Transfers after which the duty desk decides. */
    transfers: z.number().int().nonnegative(),
    extensions: z.number().int().nonnegative(),
    /** Dissatisfied answers after which the request is referred and closed. */
    reopenings: z.number().int().nonnegative(),
    /** How often one person is reminded of one thing by a text of its own; then it stands in their summary. */
    reminders: z.number().int().nonnegative().default(2),
    /** After a person of the console reminded somebody by hand, how long nobody does so again. */
    urgeAgainAfter: allowanceSchema.default({ minutes: 30 }),
    /** How long each reminder in a summary stands before the next one. */
    remindEvery: allowanceSchema.default({ workingDays: 1 }),
  }),
  callers: callersSchema.default(CALLERS),
  rounds: roundsSchema,
  petition: z.strictObject({
    /** The whole time for taking a petition up, whoever does it; `paths.petition.acceptWithin` is one rung's part of it. */
    takeUpWithin: allowanceSchema,
    /** Mediation sessions that are recorded on one petition at most. */
    sessions: z.number().int().positive(),
  }),
  /** Aid recorded on one request: the sum in all in the town's currency, and how often, at most. `yuan` is the name of before other currencies. */
  aid: z.strictObject({ yuan: z.number().positive(), times: z.number().int().positive() }),
  /** How long whoever is asked has for each task of the staff; silence goes to the next in line. */
  tasks: z.strictObject({
    'follow-up': allowanceSchema,
    check: allowanceSchema,
    call: allowanceSchema,
    rectification: allowanceSchema,
    /** How much one extension of a rectification adds. */
    extendBy: allowanceSchema,
    're-check': allowanceSchema,
    supervision: allowanceSchema,
    /** For looking back on an emergency. Towns that were stored before there was one name none. */
    review: allowanceSchema.default({ workingDays: 2 }),
    /** For saying what is done about the cause of what comes again. */
    cause: allowanceSchema.default({ workingDays: 5 }),
  }),
  /** When the cause is looked for of what comes again at one place, a village's group, and in one category. */
  causes: z
    .strictObject({
      /** So many closures, the last of them within so many days of the first, open the task. */
      closures: z.number().int().min(2),
      withinDays: z.number().int().positive(),
      /** It is over once nothing has come for so many days since its owner said what is done. */
      quietDays: z.number().int().positive(),
    })
    // For towns that were stored before there was one.
    .default({ closures: 3, withinDays: 90, quietDays: 30 }),
  /** Yellow cards warn before a deadline, red ones say that it has passed and open a supervision order. */
  cards: z.strictObject({
    /** How many working days before the day of the deadline whoever handles it is warned. */
    yellow: z.strictObject({ workingDaysBefore: z.number().int().positive() }),
    /** On which of the working days that find it overdue the grid's head is asked to answer for it; 1: the first. */
    red: z.strictObject({ overdueDay: z.number().int().positive() }),
  }),
  /** Normalized visits: which classes of households there are, and how much of it a grid team is asked. */
  visits: z.strictObject({
    /** The day the plan began: the first visits are spread over one cadence from here. */
    since: isoDate,
    /** The most households of a grid that are due in one week. */
    perWeek: z.number().int().positive().max(MOST_VISITS_A_WEEK),
    /** More people met in one visit are asked about. */
    mostPeople: z.number().int().positive().default(10),
    classes: z.array(visitClassSchema).min(1),
  }),
  /** People who come in person: more at once are asked about. */
  receptions: z.strictObject({ mostPeople: z.number().int().positive() }).default({ mostPeople: 20 }),
  /** The one-time notification: what is missing is asked for once, completely. */
  documents: z.strictObject({
    /** How long the resident has to bring what is missing; then the step goes on without it. */
    bringWithin: allowanceSchema,
    /** How often the resident is reminded until then. */
    remindEvery: allowanceSchema,
    /** How long a leader has to say whether a resident may be asked a second time. */
    signOffWithin: allowanceSchema,
  }),
  /** How long the resident has to say whether they are satisfied. */
  /** How long whoever answered may take it back by text. */
  undoWithin: allowanceSchema.default({ minutes: 10 }),
  confirmWithin: allowanceSchema,
  /** How long after a refusal a reply of the resident is heard as an objection to it. */
  objectWithin: allowanceSchema.default({ days: 30 }),
  /** How long the resident of an open request hears nothing of it at most. */
  newsEvery: allowanceSchema.default({ days: 7 }),
  /** How soon its resident may ask for news again on the page: whoever has it is texted each time. */
  askNewsEvery: allowanceSchema.default({ days: 1 }),
  /** How long people's data stay. */
  retention: retentionSchema.default(RETENTION),
  appointments: z
    .strictObject({
      /** When, on the day before, the resident and whoever goes with them are reminded; looked for every half hour. */
      remindAt: halfHour,
      /** How many days ahead appointments are made; a later date is a slip. */
      daysAhead: z.number().int().positive(),
    })
    // For towns that were stored before dates were read.
    .default({ remindAt: '16:00', daysAhead: 366 }),
  /** How long the duty desk has to place what no rule could place. */
  placeWithin: allowanceSchema,
  /** What is asked back of whoever texts a request, and what belongs together. */
  reading: z
    .strictObject({
      /** How long a sender has to answer a question; then the duty desk is asked. */
      askWithin: allowanceSchema,
      /** The most questions about one request. */
      questions: z.number().int().nonnegative(),
      /** Texts of one sender this near in time belong together while the request is being placed. */
      conversation: allowanceSchema,
    })
    // For towns that were stored before there was one.
    .default({ askWithin: { minutes: 20 }, questions: 2, conversation: { minutes: 30 } }),
  /** What runs where somebody is in danger and the category has no emergency programme of its own. */
  emergencyProgramme: id.optional(),
  /** How long the duty desk has before it is asked again about a request that needs attention. */
  attentionWithin: allowanceSchema,
  /** The longest a coordination may run before the duty desk is asked to look at it. */
  coordinationWithin: allowanceSchema,
  /** What a person who is refused can do instead, where no programme says. */
  alternatives: bilingualSchema,
  /** A joined report looks again at the first one after this long, should it not have been told. */
  joinedCheckEvery: allowanceSchema,
  /** Two requests may be one event when they are this near in time and, where both have a point, in place. */
  duplicates: z.strictObject({ withinHours: z.number().positive(), withinMetres: z.number().positive() }),
  /** What residents are shown on the map besides figures: where open requests of public places are, to 100 m. */
  map: z.strictObject({ pointsForResidents: z.boolean() }).default({ pointsForResidents: false }),
  /** How long before a period a request that was handled or closed in it may have been received. */
  statistics: z.strictObject({ lookBackDays: z.number().int().positive() }),
  /** For how long a request waits for its workflow alone before the console says that it is stuck. */
  stuckAfterMinutes: z.number().positive().default(10),
  /** Whom the pages tell people in danger to call first, as it is dialled. */
  emergencyNumbers: z.array(z.string().regex(/^\d{2,6}$/, 'two to six digits')).min(1),
  open311: z.strictObject({
    /** SHA-256, in hexadecimal, of each key that other programs may file with; none: they need no key. */
    apiKeyHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')),
  }),
});
export type TownSettings = z.infer<typeof settingsSchema>;

export const groupSchema = z.strictObject({
  number: z.number().int().positive(),
  grid: z.number().int().positive(),
});
export const villageSchema = z.strictObject({
  id,
  name: bilingualSchema,
  groups: z.array(groupSchema).min(1),
});
export type Village = z.infer<typeof villageSchema>;

/** A closed ring of [longitude, latitude] in WGS 84; the first point is repeated at the end. */
export const ringSchema = z.array(z.tuple([z.number(), z.number()])).min(4);
export const gridSchema = z.strictObject({
  number: z.number().int().positive(),
  name: bilingualSchema,
  village: id,
  polygon: ringSchema,
  /** The "1+1+1": A post is the grid head, B post stands in, C post is the third member. Staff ids; what is left out is vacant. */
  posts: z.strictObject({ a: id.optional(), b: id.optional(), c: id.optional() }),
});
export type Grid = z.infer<typeof gridSchema>;

/** A place where people live, numbered within its grid: no name and no telephone number, only where and how often. */
export const householdSchema = z.strictObject({
  grid: z.number().int().positive(),
  number: z.number().int().positive().max(999),
  village: id,
  group: z.number().int().positive(),
  class: id,
  /** How many live there, where the town knows: more than that are asked about. */
  people: z.number().int().positive().max(99).optional(),
});
export type Household = z.infer<typeof householdSchema>;

export const staffSchema = z.strictObject({
  id,
  name: z.string().min(1).max(LONGEST_NAME),
  phone,
  duty: dutySchema,
  language: languageSchema,
});
export type Staff = z.infer<typeof staffSchema>;

export const departmentSchema = z.strictObject({
  id,
  name: bilingualSchema,
  /** A government office, a provider that does the work, or a desk of the town itself. */
  kind: z.enum(['department', 'provider', 'desk']),
  /** Who is asked, in order; someone on leave is skipped, silence goes to the next, then up the ladder's desks. */
  contacts: z.array(id).min(1),
  /** Words a cadre may transfer by ("转办 供水"). */
  keywords: z.array(z.string().min(1)).min(1),
});
export type Department = z.infer<typeof departmentSchema>;

/** Who supervises a village beside its grids' own people: one of the town's leaders (包村领导), an area secretary (责任区书记). */
export const supervisorSchema = z.strictObject({
  staff: id,
  role: z.enum(['leader', 'secretary']),
  village: id,
});
export type Supervisor = z.infer<typeof supervisorSchema>;

const inspectionMethodIdSchema = z.enum(INSPECTION_METHODS);
export type InspectionMethodId = z.infer<typeof inspectionMethodIdSchema>;

/** How something is checked: a name, and the form, whose points each hold or do not. */
export const inspectionMethodSchema = z.strictObject({
  id: inspectionMethodIdSchema,
  name: bilingualSchema,
  /** Nine at most, so that whoever answers names a point by one digit. */
  form: z
    .array(z.strictObject({ id, label: bilingualSchema }))
    .min(1)
    .max(9),
});
export type InspectionMethod = z.infer<typeof inspectionMethodSchema>;

export const inspectionsSchema = z.strictObject({
  /** The weekly inspection takes them in this order, one a week. */
  methods: z.array(inspectionMethodSchema),
  /** What is checked at every month's end, and how. */
  offices: z.array(z.strictObject({ department: id, methods: z.array(inspectionMethodIdSchema).min(1) })),
  /** How many grids each supervisor checks a week. */
  gridsEachWeek: z.number().int().positive(),
  sample: z.strictObject({
    /** How many are telephoned a month, where so many requests were closed. */
    atLeast: z.number().int().positive(),
    /** How many tickets a request has in the draw that was closed without an answer; any other has one. */
    noAnswerWeight: z.number().int().min(1).max(9),
  }),
  /** How many calls one inspector has open at a time. A state machine's Map runs 40 at most. */
  callsAtOnce: z.number().int().min(1).max(40),
  /** The longest an inspection may run, its rectifications included. */
  within: allowanceSchema,
  /** What a text and an ask cost whoever gets it, for the meter of what is asked of cadres. */
  effort: z.strictObject({
    minutesPerText: z.number().nonnegative(),
    minutesPerAsk: z.number().nonnegative(),
  }),
});
export type Inspections = z.infer<typeof inspectionsSchema>;

/** An entry of the county's list of duties: what it keeps to its own departments, and no grid is made to do. */
export const dutyEntrySchema = z.strictObject({
  id,
  /** The department, as departments.yaml has it, that the list names. */
  department: id,
  /** What the list says, as it is quoted to whoever would pass it to a grid. */
  entry: bilingualSchema,
});
export type DutyEntry = z.infer<typeof dutyEntrySchema>;

export const categorySchema = z.strictObject({
  id,
  name: bilingualSchema,
  /** The same in a resident's words, beside the name where they choose. */
  plainly: bilingualSchema.optional(),
  path: pathSchema,
  /** Which programme runs it; every path but same-day needs one or a department. */
  programme: id.optional(),
  department: id.optional(),
  /** The entry of the duty list that it falls under. */
  duty: id.optional(),
  /**
   * Whether it concerns a public place. Such requests are listed for everybody, without names or words; what concerns
   * somebody's home, health or quarrel is not.
   */
  public: z.boolean(),
  /** On the petition path: a matter between parties, which is mediated from the start; else letters and visits. */
  mediation: z.boolean().optional(),
  /** Whether two reports can be one event. */
  joinable: z.boolean(),
  /** Words for it. The town's reading learns them as it learns examples; a program that files by Open311 is told them. */
  keywords: z.array(z.string().min(1)),
});
export type Category = z.infer<typeof categorySchema>;

/** A kind of danger: what whoever reports it is told, and who is called. */
export const dangerSchema = z.strictObject({
  id: z.enum(DANGERS),
  name: bilingualSchema,
  /** What to do at once, and whom to call. */
  advice: bilingualSchema,
  /** The category of every such report, whichever its writer chose. */
  category: id.optional(),
  /** Who is called where neither the category nor its programme names anybody. */
  provider: id.optional(),
});
export type DangerRules = z.infer<typeof dangerSchema>;

/**
 * Who does a step: whoever owns the request, the grid's head, a department by id, or the provider of the category or the kind of danger; where
 * there is no provider the step is the grid head's.
 */
export const partySchema = z.union([
  z.literal('owner'),
  z.literal('grid-head'),
  z.literal('provider'),
  z.strictObject({ department: id }),
]);
export type Party = z.infer<typeof partySchema>;

export const stageStepSchema = z.strictObject({
  id,
  name: bilingualSchema,
  by: partySchema,
  asks: z.enum(['application', 'approval', 'appointment', 'report', 'settlement']),
  within: allowanceSchema,
  /** How much one extension adds; absent: this step cannot be extended. */
  extendBy: allowanceSchema.optional(),
  /**
   * Of an approval: which fields of the form, and what of the applicant (`name`, `phone`, `place`, `words`, `photos`), whoever decides is shown; absent:
   * all but the resident's words.
   */
  sees: z.array(id).optional(),
  /** Nobody decides otherwise where whoever does this step refuses; absent: whoever owns the request does. */
  final: z.boolean().optional(),
  /** In an emergency: what is reached when it is done. */
  milestone: z.enum(MILESTONES).optional(),
});
export type StageStep = z.infer<typeof stageStepSchema>;

export const stageSchema = z.strictObject({
  id,
  name: bilingualSchema,
  /** Steps of a stage run side by side; the next stage begins when all are done. */
  steps: z.array(stageStepSchema).min(1),
  /** Departments that are only told when the stage opens. */
  tell: z.array(id).default([]),
});
export type Stage = z.infer<typeof stageSchema>;

export const formFieldSchema = z.strictObject({
  id,
  label: bilingualSchema,
  type: z.enum(['text', 'number', 'date', 'choice', 'yes-no']),
  required: z.boolean(),
  choices: z.array(z.strictObject({ value: z.string(), label: bilingualSchema })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Personal or sensitive under PIPL: kept with the person, never in the request record. */
  personal: z.boolean(),
  /** By what it says who somebody is: shown only to whoever may see names, or numbers. */
  holds: z.enum(['name', 'phone', 'id']).optional(),
});
export type FormField = z.infer<typeof formFieldSchema>;

/** One rule of eligibility: what must hold of a form field, and the words told when it does not. */
export const eligibilitySchema = fieldRuleSchema.extend({ otherwise: bilingualSchema });
export type EligibilityRule = z.infer<typeof eligibilitySchema>;

export const programmeSchema = z.strictObject({
  id,
  name: bilingualSchema,
  form: z.array(formFieldSchema),
  eligibility: z.array(eligibilitySchema),
  /** Everything the resident must bring, told once and completely. */
  documents: z.array(z.strictObject({ id, name: bilingualSchema })),
  stages: z.array(stageSchema).min(1),
  /** The entry of the duty list that it falls under, whichever category runs it. */
  duty: id.optional(),
  /** What a person who is refused can do instead. */
  alternatives: bilingualSchema,
  /** Days after closure on which the grid team looks after the person again. */
  followUpDays: z.array(z.number().int().positive()),
  /** What is paid at most in the town's currency, where the programme pays. */
  yuan: z.number().positive().optional(),
  /** Where not everybody can be served: how many can, and in which order. */
  places: programmePlacesSchema.optional(),
});
export type Programme = z.infer<typeof programmeSchema>;

/** A place in the town's order that one person at a time holds: a post of a grid, a contact of a department in its order, who supervises a village. */
export const postSchema = z.union([
  z.strictObject({ grid: z.number().int(), post: z.enum(['a', 'b', 'c']) }),
  z.strictObject({ department: id, place: z.number().int().nonnegative() }),
  z.strictObject({ village: id, role: supervisorSchema.shape.role }),
]);
export type Post = z.infer<typeof postSchema>;

/** Somebody who held posts and does not any more: noted as one version of the town's data follows another, in no file. */
export const formerSchema = staffSchema.omit({ duty: true }).extend({
  posts: z.array(postSchema),
  /** The version of the town's data in which they hold them no more. */
  since: z.number().int(),
});
export type Former = z.infer<typeof formerSchema>;

export const townSchema = z.strictObject({
  settings: settingsSchema,
  villages: z.array(villageSchema).min(1),
  grids: z.array(gridSchema).min(1),
  households: z.array(householdSchema),
  staff: z.array(staffSchema).min(1),
  leave: z.array(leaveSchema),
  /** The first to leave first. */
  former: z.array(formerSchema).default([]),
  departments: z.array(departmentSchema).min(1),
  supervisors: z.array(supervisorSchema),
  inspections: inspectionsSchema,
  /** Rivers, roads and the like, where the town has a map of its own. */
  map: mapSchema.default([]),
  places: z.array(placeSchema),
  reception: z.array(receptionDaySchema),
  categories: z.array(categorySchema).min(1),
  /** What belongs to the county's departments; none where the town's data has no such list. */
  dutyList: z.array(dutyEntrySchema).default([]),
  /** What is done about each kind of danger. A town that was stored before there were any names none. */
  dangers: z.array(dangerSchema).default([]),
  /** Texts that the town's reading learns from and is measured with, packed (`domain/reading/packed-examples.ts`). */
  examples: z.string().default(''),
  /** What was learnt from them, packed (`domain/reading/model.ts`). */
  model: z.string().default(''),
  programmes: z.array(programmeSchema),
  /** Every text by its key; `domain/texts/text-keys.ts` says which keys there must be and what they may name. */
  texts: z.record(z.string(), bilingualSchema),
});
/** A town's whole data, one version of it. */
export type Town = z.infer<typeof townSchema>;
