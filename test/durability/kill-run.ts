import { execFileSync } from 'node:child_process';
import * as z from 'zod';
import { createTownStore } from '../../adapters/town-store.js';
import type { Town } from '../../domain/town/schema.js';
import { sampleTown } from '../towns/sample-town.js';
import { withoutCallerLimits } from '../towns/without-caller-limits.js';
import { Auditor, type Findings } from './auditor.js';
import { advance, control } from './host-client.js';
import { HostProcess, prepareSite, type Addresses, type Site } from '@small-grid/local-cloud/testing';
import { Line } from './line.js';
import { randomFrom } from '../../tools/month/seeded-random.js';
import { Townspeople } from './townspeople.js';

export interface KillRunOptions {
  readonly kills: number;
  readonly seed: number;
  /** The longest that one life lasts once it is ready, milliseconds. */
  readonly longestLife?: number;
  /** Without a new text or a closed request for so long (milliseconds), nothing more happens by itself. */
  readonly standstill?: number;
  /** Whether the disk fills and empties meanwhile. Needs `prlimit` of util-linux. */
  readonly disk?: boolean;
  readonly onKill?: (kill: number, what: string) => void;
}

export interface KillReport extends Findings {
  readonly kills: number;
  readonly killedWhileStarting: number;
  /** How often a life went on after its disk had been full. */
  readonly timesFull: number;
  readonly seed: number;
  readonly forms: number;
  readonly reports: number;
  readonly answers: number;
  /** From the process's start to its first answer, milliseconds: the median. */
  readonly medianStart: number;
  /** How much time had to be skipped at the end so that everything came to its end. */
  readonly skipped: string;
}

/** Lives that end while they still start; the others are killed at some moment after. */
const KILLED_WHILE_STARTING = 0.15;
const LONGEST_LIFE = 2500;
const STANDSTILL = 2500;
/**
 * What is skipped then: first for the sweep, then for whoever stands in for those whom no text reached, at last to the day by
 * which an operation is to be told of that was said to be done before its appointment.
 */
const SKIPS = ['PT6M', 'PT6M', 'PT3H', 'P1D', 'P1D', 'P1D', 'P1D', 'P3D', 'P3D', 'P7D', 'P14D'];

/**
 * Everything happens on one day, and each host that is killed takes with it what it had counted of the day's texts before they were sent:
 * neither the caps of texts nor the places of a programme, which many would wait for, are part of what is looked for.
 */
function withRoom(town: Town): Town {
  const { settings } = town;
  const { everyday, emergencies } = settings.sms.caps;
  const caps = { ...settings.sms.caps, everyday: tenfold(everyday), emergencies: tenfold(emergencies) };
  const programmes = town.programmes.map(({ places, ...programme }) => ({
    ...programme,
    ...(places ? { places: { ...places, count: places.count * 10 } } : {}),
  }));
  return { ...town, programmes, settings: { ...settings, sms: { ...settings.sms, caps } } };
}

const tenfold = (caps: Town['settings']['sms']['caps']['everyday']) => ({
  resident: caps.resident * 10,
  staff: caps.staff * 10,
  town: caps.town * 10,
});

const healthSchema = z.object({ outputs: z.record(z.string(), z.string()) });

async function importTown(host: Addresses): Promise<{ town: Town; output: (name: string) => string }> {
  const { outputs } = healthSchema.parse(await control(host, 'health'));
  const output = (name: string) => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`the stack has no output ${name}`);
    return value;
  };
  const town = withRoom(withoutCallerLimits(sampleTown()));
  await createTownStore({ table: output('TableName'), endpoint: host.endpoint }).importTown(town);
  return { town, output };
}

/** How large a file may become while the disk is full, bytes at most: some writes stop in the middle of a record. */
const FULL = 400_000;
/** Lives in which the disk becomes full, and of those the ones that are killed before there is room again. */
const FILLED = 0.5;
const KILLED_WHILE_FULL = 0.3;

/** The largest file that a process may write: every write beyond it fails, as on a full disk. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`]);
}

/** Kills one life after another, each at a moment of its own. */
class Killer {
  private readonly starts: number[] = [];
  private whileStarting = 0;
  private full = 0;

  constructor(
    private readonly site: Site,
    private readonly line: Line,
    private readonly random: () => number,
    private readonly options: { readonly longestLife: number; readonly disk: boolean },
  ) {}

  get timesFull(): number {
    return this.full;
  }

  get killedWhileStarting(): number {
    return this.whileStarting;
  }

  get medianStart(): number {
    return this.starts.toSorted((a, b) => a - b)[Math.floor(this.starts.length / 2)] ?? 0;
  }

  /** Answers once the host is ready. Rejects when it does not start. */
  async begin(): Promise<{ host: HostProcess; addresses: Addresses }> {
    const from = performance.now();
    const host = new HostProcess(this.site, this.site.data);
    const addresses = await host.ready;
    this.starts.push(Math.round(performance.now() - from));
    this.line.connect(addresses);
    return { host, addresses };
  }

  async kill(): Promise<string> {
    if (this.random() < KILLED_WHILE_STARTING) return this.killWhileStarting();
    const { host } = await this.begin();
    const filled = this.options.disk && this.random() < FILLED ? await this.fill(host) : '';
    const life = Math.round(this.random() * this.options.longestLife);
    await this.line.pause(life);
    this.line.cut();
    await host.kill();
    return `${filled}after ${life} ms`;
  }

  /** Fills the disk for a while, and makes room again unless the life is to end before. */
  private async fill({ pid }: HostProcess): Promise<string> {
    const { longestLife } = this.options;
    await this.line.pause(this.random() * longestLife);
    limitFiles(pid, Math.round(this.random() * FULL));
    await this.line.pause(this.random() * longestLife);
    if (this.random() < KILLED_WHILE_FULL) return 'while its disk was full, ';
    limitFiles(pid, 'unlimited');
    this.full += 1;
    // The host looks again within some seconds.
    await this.line.pause(longestLife + 2000);
    return 'with its disk full for a while, ';
  }

  private async killWhileStarting(): Promise<string> {
    this.whileStarting += 1;
    const life = Math.round(this.random() * (this.medianStart || 500));
    const host = new HostProcess(this.site, this.site.data);
    await this.line.pause(life);
    await host.kill();
    return `while starting, after ${life} ms`;
  }
}

/** Lets everything come to its end by itself, then by skipping time; answers how much was skipped. */
async function comeToAnEnd(
  host: Addresses,
  people: Townspeople,
  {
    line,
    auditor,
    standstill,
  }: { readonly line: Line; readonly auditor: Auditor; readonly standstill: number },
): Promise<string> {
  const skipped: string[] = [];
  for (const skip of [...SKIPS, undefined]) {
    for (let before = -1, now = people.textsSeen; before !== now; now = people.textsSeen) {
      before = now;
      await line.pause(standstill);
    }
    // The sweep is waited for in any case: it finds what nobody has seen.
    if (skipped.length > 0 && (await auditor.running(host)) === 0) break;
    if (skip === undefined) break;
    await advance(host, skip);
    skipped.push(skip);
  }
  return skipped.join(' ');
}

/** Loads the town with requests, kills its host at random moments, and at the end looks for what is lost or twice. */
export async function killRun(options: KillRunOptions): Promise<KillReport> {
  const { kills, seed, longestLife = LONGEST_LIFE, standstill = STANDSTILL, disk = false, onKill } = options;
  const site = await prepareSite('cdk.out');
  const line = new Line();
  const killer = new Killer(site, line, randomFrom(seed), { longestLife, disk });
  let last: HostProcess | undefined;
  try {
    const first = await killer.begin();
    last = first.host;
    const { town, output } = await importTown(first.addresses);
    const machines = [output('RequestStateMachineArn'), output('CoordinationStateMachineArn')] as const;
    const auditor = new Auditor(line, { table: output('TableName'), machines, town: town.settings.id });
    const people = new Townspeople(line, town, randomFrom(seed + 1));
    const living = Promise.all([people.live(), auditor.watch()]);
    living.catch(() => line.end());
    line.cut();
    await first.host.kill();
    for (let kill = 1; kill <= kills; kill += 1) onKill?.(kill, await killer.kill());
    const { host, addresses } = await killer.begin();
    last = host;
    people.stopFiling();
    const skipped = await comeToAnEnd(addresses, people, { line, auditor, standstill });
    const findings = await auditor.conclude(addresses, people);
    line.end();
    await living;
    return {
      ...findings,
      problems: [...people.problems, ...findings.problems],
      kills,
      seed,
      killedWhileStarting: killer.killedWhileStarting,
      timesFull: killer.timesFull,
      forms: people.accepted.length,
      reports: people.taken.filter(({ kind }) => kind === 'report').length,
      answers: people.taken.filter(({ kind }) => kind === 'answer').length,
      medianStart: killer.medianStart,
      skipped,
    };
  } finally {
    line.end();
    await last?.kill();
    await site.remove();
  }
}
