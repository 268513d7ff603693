import { connect } from 'node:tls';
import type { OperatorServices } from '../../adapters/operator-services.js';
import { errorName } from '../../adapters/log.js';
import type { Versioned } from '../../adapters/published-versions.js';
import { knowsYear } from '../../domain/deadlines/working-days.js';
import type { Town } from '../../domain/town/schema.js';
import { stageNames } from '../../infra/stage-names.js';
import type { FindingName, Values } from './doctor-words.js';
import { findStuck } from './redrive.js';
import { stepsForward } from './release-before.js';

/** What a check found: all is well, something is to be mended, or it could not be looked at from here. */
export interface Found {
  readonly is: 'well' | 'wrong' | 'not looked at';
  readonly what: FindingName;
  readonly values: Values;
}

export const CHECKS = [
  'node',
  'address',
  'towns',
  'carriers',
  'calendar',
  'backups',
  'spend',
  'sandbox',
  'waiting',
  'stuck',
  'machines',
  'versions',
  'certificate',
  'concurrency',
  'transitions',
  'drift',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** What is looked at, and with what. */
export interface Examined {
  readonly services: OperatorServices;
  readonly machines: ReadonlyMap<string, string>;
  /** What was deployed of functions and machines. */
  readonly versioned: () => Promise<Versioned[]>;
  readonly address: string;
  /** On AWS; a local cloud has neither quotas nor stacks to ask about. */
  readonly stage: string | undefined;
  readonly at: number;
  readonly nodeVersion: string;
}

const well = (what: FindingName, values: Values = {}): Found => ({ is: 'well', what, values });
const wrong = (what: FindingName, values: Values = {}): Found => ({ is: 'wrong', what, values });
const unseen = (what: FindingName, values: Values = {}): Found => ({ is: 'not looked at', what, values });

/**
 * What an account has that AWS raised once. A new one has ten: a queue of texts and a handful of people at pages take all of them, and what is beyond fails.
 */
const ENOUGH_AT_ONCE = 100;
/** Quotas of Standard workflows that say how many transitions a second there may be. */
const TRANSITIONS_A_SECOND = /state ?transition.*(?:refill|per second)/i;
/** A request that comes in takes nine at once; this is some fifty requests a second. */
const ENOUGH_A_SECOND = 500;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long before its end a certificate is spoken of. */
const RENEWED_BY = 21 * DAY;
/** The next year's holidays are announced in November; after so many days of December without them they were forgotten. */
const HOLIDAYS_KNOWN_BY = '-12-10';

async function townsOf({ services }: Examined): Promise<Town[]> {
  const towns = await services.towns.all();
  return Promise.all(towns.map(async ({ id }) => (await services.towns.load(id)).town));
}

const RUN: Readonly<Record<CheckName, (examined: Examined) => Promise<Found>>> = {
  node: async ({ nodeVersion: version }) => {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    const isNew = major > 20 || (major === 20 && minor >= 19);
    return isNew ? well('node', { version }) : wrong('node-old', { version });
  },
  address: async ({ address }) => {
    const { status } = await fetch(new URL('/villages', address), { signal: AbortSignal.timeout(10_000) });
    return status < 500 ? well('address', { address }) : wrong('address-fails', { address, status });
  },
  towns: async (examined) => {
    const towns = await townsOf(examined);
    if (towns.length === 0) return wrong('towns-none');
    return well('towns', { towns: towns.map(({ settings }) => settings.id).join(', ') });
  },
  carriers: async (examined) => {
    const own = (await townsOf(examined)).filter(({ settings }) => settings.sms.carrier.kind === 'http');
    const secrets = await Promise.all(
      own.map(async ({ settings: { id, sms } }) => ({
        id,
        secret:
          sms.carrier.kind === 'http' && (await examined.services.carrierSecrets.find(id, sms.carrier.url)),
      })),
    );
    const without = secrets.flatMap(({ id, secret }) => (secret ? [] : [id]));
    return without.length > 0
      ? wrong('carriers-secret', { towns: without.join(', ') })
      : well('carriers', { own: own.length });
  },
  calendar: async ({ at }) => {
    const today = new Date(at).toISOString().slice(0, 10);
    const year = Number(today.slice(0, 4));
    const wanted = today.slice(4) >= HOLIDAYS_KNOWN_BY ? year + 1 : year;
    return knowsYear(String(wanted))
      ? well('calendar', { year: wanted })
      : wrong('calendar-old', { year: wanted });
  },
  backups: async ({ services, at }) => {
    const latest = await services.backups.latest();
    if (latest === undefined) return wrong('backups-off');
    const minutes = Math.round((at - latest) / 60_000);
    return minutes > 60 ? wrong('backups-old', { minutes }) : well('backups', { minutes });
  },
  spend: async (examined) => {
    if (!(await textsByAws(examined))) return well('spend-unused');
    if (examined.stage === undefined) return unseen('elsewhere', { check: 'spend' });
    const limit = await examined.services.smsAccount.monthlyLimit();
    // What a new account has: some twenty texts.
    return limit !== undefined && limit <= 1
      ? wrong('spend-small', { limit })
      : well('spend', { limit: limit ?? '?' });
  },
  sandbox: async (examined) => {
    if (!(await textsByAws(examined))) return well('spend-unused');
    if (examined.stage === undefined) return unseen('elsewhere', { check: 'sandbox' });
    return (await examined.services.smsAccount.isInSandbox()) ? wrong('sandbox') : well('sandbox-left');
  },
  waiting: async ({ services, at }) => {
    let [texts, requests] = [0, 0];
    let next: string | undefined;
    do {
      const undone = await services.waiting.leftUndone(next);
      texts += undone.undelivered + undone.refused;
      requests += undone.unstartedSince.filter((since) => at - since > 10 * 60_000).length;
      ({ next } = undone);
    } while (next !== undefined);
    return texts + requests > 0 ? wrong('waiting', { texts, requests }) : well('waiting-none');
  },
  stuck: async ({ services, machines }) => {
    const { deadLetters, executions, attention } = await findStuck(services, machines, { stopped: false });
    const ended = executions.filter(({ left }) => left === undefined).length;
    return deadLetters + ended + attention.length > 0
      ? wrong('stuck', { deadLetters, executions: ended, attention: attention.length })
      : well('stuck-none');
  },
  machines: async ({ services, machines }) => {
    for (const arn of machines.values()) await services.executions.list(arn, { maxResults: 1 });
    return machines.size > 0 ? well('machines', { count: machines.size }) : wrong('machines-none');
  },
  versions: async ({ versioned }) => {
    const all = await versioned();
    const without = all.filter(({ live }) => live === undefined);
    if (without.length > 0) return wrong('versions-none', { names: namesOf(without) });
    const behind = stepsForward(all).map(({ of }) => of);
    return behind.length > 0
      ? wrong('versions-behind', { names: namesOf(behind) })
      : well('versions', { count: all.length });
  },
  certificate: async ({ address, at }) => {
    const { hostname, protocol, port } = new URL(address);
    if (protocol !== 'https:') return unseen('certificate-plain', { address });
    const days = Math.floor(((await certificateEnd(hostname, Number(port || 443))) - at) / DAY);
    return days * DAY < RENEWED_BY ? wrong('certificate-ends', { days }) : well('certificate', { days });
  },
  concurrency: async ({ services, stage }) => {
    if (stage === undefined) return unseen('elsewhere', { check: 'concurrency' });
    const limit = await services.account.concurrency();
    return limit < ENOUGH_AT_ONCE ? wrong('concurrency-small', { limit }) : well('concurrency', { limit });
  },
  transitions: async ({ services, stage }) => {
    if (stage === undefined) return unseen('elsewhere', { check: 'transitions' });
    const rates = await services.account.quotasOfStates(TRANSITIONS_A_SECOND);
    if (rates.size === 0) return unseen('transitions-unknown');
    const limit = Math.min(...rates.values());
    return limit < ENOUGH_A_SECOND ? wrong('transitions-few', { limit }) : well('transitions', { limit });
  },
  drift: async ({ services, stage }) => {
    if (stage === undefined) return unseen('elsewhere', { check: 'drift' });
    const names = stageNames(stage);
    const drifts = await services.account.drift([names('data'), names('app')]);
    const stacks = drifts.map(({ stack, resources }) => `${stack} (${resources})`).join(', ');
    return drifts.length > 0 ? wrong('drift', { stacks }) : well('drift-none');
  },
};

const namesOf = (all: readonly Versioned[]): string => all.map(({ name }) => name).join(', ');

const textsByAws = async (examined: Examined): Promise<boolean> =>
  (await townsOf(examined)).some(({ settings }) => settings.sms.carrier.kind === 'sns');

/** Until when the certificate holds, epoch milliseconds. */
const certificateEnd = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: 10_000 }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to));
      socket.end();
    });
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('no answer')));
  });

/** Looks at everything; one check that cannot look does not keep the others from it. */
export async function examine(
  examined: Examined,
): Promise<{ readonly check: CheckName; readonly found: Found }[]> {
  const results = [];
  for (const check of CHECKS) {
    const found = await RUN[check](examined).catch((error: unknown) =>
      unseen('failed', { check, error: errorName(error) }),
    );
    results.push({ check, found });
  }
  return results;
}
