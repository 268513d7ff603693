/** The resources that one request takes, and how many requests there are. */
export interface RequestUse {
  readonly transitions: number;
  readonly starts: number;
  /** Tasks that go on by somebody's answer. */
  readonly callbacks: number;
  /** Calls of the API: pages, what they ask for, and the submission. */
  readonly calls: number;
  /** Functions run, by the API, the workflow and texts. */
  readonly invocations: number;
  /** Of a function, on average. */
  readonly seconds: number;
  readonly gigabytes: number;
  readonly writeUnits: number;
  /** Of them the table's own, without its indexes. */
  readonly tableWriteUnits: number;
  readonly readUnits: number;
  readonly textsOut: number;
  readonly partsOut: number;
  readonly textsIn: number;
  /** Days from the report to the verdict, on average over all paths. */
  readonly openDays: number;
  /** The storage it takes, with its places in indexes; kilobytes. */
  readonly kilobytes: number;
}

/**
 * A same-day request. Transitions, units and texts are metered by `bench/request-costs.ts` and told in
 * docs/operations.md; the rest is assumed: eight calls of the API to a report by page, a fifth of a second a function,
 * one and a half parts a text.
 */
export const SAME_DAY: RequestUse = {
  transitions: 9,
  starts: 1,
  callbacks: 3,
  calls: 8,
  invocations: 17,
  seconds: 0.2,
  gigabytes: 0.5,
  writeUnits: 74,
  tableWriteUnits: 42,
  readUnits: 81,
  textsOut: 8,
  partsOut: 12,
  textsIn: 3,
  openDays: 5,
  kilobytes: 20,
};

/** Towns, their people, and how much these ask for. */
export interface Area {
  readonly towns: number;
  readonly people: number;
  /** Of a person in a year. */
  readonly requests: number;
}

/** A province of 1,800 towns and 100 million people, one request a year of every sixth; a prefecture and a town. */
const PROVINCE: Area = { towns: 1800, people: 100_000_000, requests: 1 / 6 };
const partOf = (towns: number): Area => ({
  ...PROVINCE,
  towns,
  people: (PROVINCE.people / PROVINCE.towns) * towns,
});
export const AREAS = { town: partOf(1), prefecture: partOf(80), province: PROVINCE } as const;

const HOURS_OF_YEAR = 8760;
/** A working hour in which everybody calls has ten times the mean of the year: nights and weekends are quiet. */
const BUSY = 10;

export const requestsOfYear = ({ people, requests }: Area): number => people * requests;
export const meanHour = (area: Area): number => requestsOfYear(area) / HOURS_OF_YEAR;
export const busyHour = (area: Area): number => meanHour(area) * BUSY;
