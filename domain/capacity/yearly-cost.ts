import { PRICES } from '../costs/prices.js';
import { type Area, requestsOfYear, type RequestUse } from './request-use.js';

/**
 * Prices besides those of a request, in US dollars at list prices in us-east-1, as AWS's pricing pages had them in
 * November 2026 (/api-gateway/pricing, /sqs/pricing, /dynamodb/pricing/on-demand, /cloudwatch/pricing).
 */
export const MORE_PRICES = {
  call: 1 / 1_000_000,
  queueRequest: 0.4 / 1_000_000,
  gigabyteMonth: 0.25,
  /** Of point-in-time recovery. */
  backupMonth: 0.2,
  logGigabyte: 0.5,
} as const;

/** The price of a part of a text with a Chinese carrier, as the sample town has one; with AWS it differs by country. */
export const USD_PER_PART = 0.006;

/** How long requests are kept, as the sample town keeps them. */
const YEARS_KEPT = 3;
/** Half a kilobyte of lines to a function's run. */
const LOG_KILOBYTES = 0.5;
const KILOBYTES_OF_GIGABYTE = 1_000_000;

/** A town's share in a day, whatever its people ask for: turns of schedules, their reads, the rounds' transitions. */
const OF_TOWN_A_DAY = {
  /** Half-hourly starts of rounds and hand-overs, and the sweep's hour. */
  turns: 48 + 48 + 24,
  /** A hand-over reads the town's data, where no warm function has it. */
  readUnits: 48 * 2 + 48 * 80 + 24 * 2,
  transitions: 60,
  seconds: 0.1,
  /** Sent, received, deleted. */
  queueRequests: 3,
} as const;

export type CostId = 'workflow' | 'functions' | 'table' | 'storage' | 'doors' | 'schedules' | 'texts';
export interface CostLine {
  readonly id: CostId;
  /** US dollars a year. */
  readonly usd: number;
}

/**
 * The yearly cost of an area, from its third year on, when as much is erased as comes in. Without taxes, support and
 * X-Ray.
 */
export function yearlyCost(area: Area, use: RequestUse): readonly CostLine[] {
  const requests = requestsOfYear(area);
  const gigabytes = (requests * YEARS_KEPT * use.kilobytes) / KILOBYTES_OF_GIGABYTE;
  const logs = (requests * use.invocations * LOG_KILOBYTES) / KILOBYTES_OF_GIGABYTE;
  const { turns, readUnits, transitions, seconds, queueRequests } = OF_TOWN_A_DAY;
  const run = (count: number, each: number): number =>
    count * (PRICES.invocations + each * use.gigabytes * PRICES.compute);
  const days = area.towns * 365;
  return [
    { id: 'workflow', usd: requests * use.transitions * PRICES.transitions },
    { id: 'functions', usd: run(requests * use.invocations, use.seconds) },
    {
      id: 'table',
      usd: requests * (use.writeUnits * PRICES.writes + use.readUnits * PRICES.reads),
    },
    { id: 'storage', usd: gigabytes * 12 * (MORE_PRICES.gigabyteMonth + MORE_PRICES.backupMonth) },
    {
      id: 'doors',
      usd:
        requests * (use.calls * MORE_PRICES.call + use.textsIn * queueRequests * MORE_PRICES.queueRequest) +
        logs * MORE_PRICES.logGigabyte,
    },
    {
      id: 'schedules',
      usd:
        run(days * turns, seconds) +
        days *
          (turns * queueRequests * MORE_PRICES.queueRequest +
            readUnits * PRICES.reads +
            transitions * PRICES.transitions),
    },
    { id: 'texts', usd: requests * use.partsOut * USD_PER_PART },
  ];
}

export const totalUsd = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);
