import { setTimeout as pause } from 'node:timers/promises';
import { readAssembly } from './assembly/read-assembly.js';
import { beginLife, type Life } from './life.js';
import type { LocalCloud, LocalCloudOptions } from './local-cloud-options.js';
import type { SmsMessage } from './messaging/sms-carrier.js';
import { openOutage, type Outage } from './outage.js';
import { openStorage } from './storage/host-storage.js';
import type { StorageFailure } from './storage/storage-failure.js';

export type { LocalCloud, LocalCloudOptions };

/** How long the host waits before it tries its data folder again, milliseconds: longer each time, up to the last. */
const WAITS = [500, 1000, 2000, 5000, 10_000];

const portOf = (address: string | undefined): number | undefined =>
  address === undefined ? undefined : Number(new URL(address).port);

function sayOutage({ logLevel }: LocalCloudOptions, failure: StorageFailure | undefined): void {
  const news = failure?.message ?? 'the data folder can be written again; everything is taken in';
  const meanwhile = failure === undefined ? '' : '. Nothing is taken in meanwhile';
  if (logLevel !== 'silent') process.stderr.write(`host: ${news}${meanwhile}.\n`);
}

/**
 * A cloud that outlives failures of its data folder. When one happens, the life that had it ends, with all that it had
 * only in memory; the host's addresses answer 503 until the folder can be opened and written again; then a next life
 * begins from what is stored, as after a kill.
 */
class Reviving {
  private life: Life | undefined;
  /** The last life that ended by a failure. */
  private failed: Life | undefined;
  private outage: Outage | undefined;
  private reviving: Promise<void> = Promise.resolve();
  private readonly closed = new AbortController();
  private readonly listeners = new Set<(text: SmsMessage) => void>();

  constructor(private options: LocalCloudOptions) {}

  async begin(): Promise<void> {
    let life: Life | undefined;
    let early: StorageFailure | undefined;
    life = await beginLife(this.options, (failure) => {
      if (life === undefined) early = failure;
      else this.fail(life, failure);
    });
    for (const listener of this.listeners) life.sms.onSent(listener);
    this.life = life;
    if (early !== undefined) this.fail(life, early);
  }

  get current(): Life {
    if (this.life === undefined) throw new Error('the host has not begun');
    return this.life;
  }

  onSent(listener: (text: SmsMessage) => void): () => void {
    this.listeners.add(listener);
    const end = this.current.sms.onSent(listener);
    return () => {
      this.listeners.delete(listener);
      end();
    };
  }

  /** Ends this life and begins the next with another assembly; with the former one again, if that cannot be hosted. */
  redeploy(assembly: string): Promise<void> {
    const redeployed = this.reviving.then(() => this.replace(assembly));
    this.reviving = redeployed.catch(() => undefined);
    return redeployed;
  }

  private async replace(assembly: string): Promise<void> {
    const former = this.options.assembly;
    // One that cannot be read is refused before anything ends.
    readAssembly(assembly);
    this.keepAddresses(this.current);
    await this.current.close();
    this.options = { ...this.options, assembly };
    try {
      await this.begin();
    } catch (error) {
      this.options = { ...this.options, assembly: former };
      await this.begin();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed.abort();
    await this.reviving;
    if (this.failed !== this.life) await this.current.close();
  }

  private fail(life: Life, failure: StorageFailure): void {
    this.failed = life;
    this.reviving = this.reviving.then(() => this.revive(life, failure));
  }

  private async revive(failed: Life, failure: StorageFailure): Promise<void> {
    if (this.closed.signal.aborted) return;
    this.tell(failure);
    this.keepAddresses(failed);
    await failed.close().catch(() => undefined);
    let reason: unknown = failure;
    for (let tries = 0; !this.closed.signal.aborted; tries += 1) {
      await this.answerOutage(failed, reason);
      await pause(WAITS[Math.min(tries, WAITS.length - 1)], undefined, { signal: this.closed.signal }).catch(
        () => undefined,
      );
      if (this.closed.signal.aborted) break;
      try {
        await this.tryFolder();
        await this.endOutage();
        await this.begin();
        this.tell();
        break;
      } catch (error) {
        reason = error;
      }
    }
    await this.endOutage();
  }

  private tell(failure?: StorageFailure): void {
    if (this.options.onOutage === undefined) sayOutage(this.options, failure);
    else this.options.onOutage(failure);
  }

  /** The next life has the clock and the ports of this one. */
  private keepAddresses({ clock, endpoint, url, issuer }: Life): void {
    const { oidc } = this.options;
    this.options = {
      ...this.options,
      clock: clock.mode,
      start: clock.now(),
      awsPort: portOf(endpoint),
      port: portOf(url === '' ? undefined : url),
      oidc: oidc && { ...oidc, port: portOf(issuer) },
    };
  }

  /** Opens the folder, as a life does, and closes it. */
  private async tryFolder(): Promise<void> {
    const storage = await openStorage(this.options.data, undefined, { isKnown: true });
    await storage.close();
  }

  private async answerOutage({ addresses }: Life, reason: unknown): Promise<void> {
    const failure = reason instanceof Error ? reason : new Error(String(reason));
    if (this.outage === undefined) this.outage = await openOutage(addresses, failure).catch(() => undefined);
    else this.outage.failure = failure;
  }

  private async endOutage(): Promise<void> {
    await this.outage?.close();
    this.outage = undefined;
  }
}

function facade(cloud: Reviving): LocalCloud {
  const life = () => cloud.current;
  let closing: Promise<void> | undefined;
  return {
    url: life().url,
    endpoint: life().endpoint,
    issuer: life().issuer,
    region: life().region,
    get outputs() {
      return life().outputs;
    },
    get clock() {
      return life().clock;
    },
    sms: {
      sent: () => life().sms.sent(),
      receive: (text) => life().sms.receive(text),
      onSent: (listener) => cloud.onSent(listener),
    },
    faults: { add: (fault) => life().faults.add(fault), clear: () => life().faults.clear() },
    meters: {
      total: () => life().meters.total(),
      of: (execution) => life().meters.of(execution),
      bill: (execution) => life().meters.bill(execution),
    },
    get calls() {
      return life().calls;
    },
    logs: () => life().logs(),
    alarms: () => life().alarms(),
    functions: () => life().functions(),
    renew: (reference) => life().renew(reference),
    redeploy: (assembly) => cloud.redeploy(assembly),
    invoke: (reference, event) => life().invoke(reference, event),
    close: () => (closing ??= cloud.close()),
  };
}

/**
 * Hosts a cloud assembly in this process. Resolves when everything is deployed and answers. Rejects with
 * AssemblyError (the assembly cannot be hosted; the message names the resource), DataFolderInUse, DataFolderDamaged or
 * StorageFailure (the folder cannot be written), with nothing left open.
 *
 * When the data folder fails later, the host answers 503 until it can be written again, and goes on from what is
 * stored.
 */
export async function createLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  if (options.data === undefined) return beginLife(options, () => undefined);
  const cloud = new Reviving(options);
  await cloud.begin();
  return facade(cloud);
}
