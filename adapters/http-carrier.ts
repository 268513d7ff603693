import type { HttpCarrierSettings } from '../domain/town/carrier-schema.js';
import type { Town } from '../domain/town/schema.js';
import type { CarrierSecretStore } from './carrier-secret-store.js';
import { submissionOf } from './contact.js';
import { CarrierFailed, type CarriedText, LONGEST_DELIVERY } from './text-carrier.js';

/** Too busy, or out of order: worth another try. Any other answer in the four hundreds says that the call is wrong. */
const isPassing = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** The pause before the second try, doubled for each further one, plus up to as much again at random. Milliseconds. */
const FIRST_PAUSE = 200;

/** Network and time, as the carrier needs them; tests have their own. */
export interface CarrierWorld {
  readonly fetch: typeof fetch;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

const WORLD: CarrierWorld = {
  fetch: (...call) => fetch(...call),
  pause: (milliseconds) =>
    new Promise((done) => {
      setTimeout(done, milliseconds);
    }),
  random: Math.random,
};

/**
 * A carrier of the town's own, over HTTP. Each text has a key that is the same whenever it is tried, in the body and as
 * `Idempotency-Key`, so that the carrier can know a repetition: a try that ran out of time may have been taken.
 */
export class HttpCarrier {
  constructor(
    private readonly secrets: Pick<CarrierSecretStore, 'find'>,
    private readonly world: CarrierWorld = WORLD,
  ) {}

  async deliver({ settings }: Town, carrier: HttpCarrierSettings, text: CarriedText): Promise<void> {
    const secret = await this.secrets.find(settings.id, carrier.url);
    if (!secret) throw new CarrierFailed('CarrierSecretMissing', 'run npm run town -- carrier');
    const id = submissionOf(`${settings.id} ${text.purpose}`);
    const call = callOf(carrier, secret, { id, from: settings.sms.number, ...text });
    const until = performance.now() + LONGEST_DELIVERY * 1000;
    for (let attempt = 1; ; attempt += 1) {
      const status = await this.post(carrier, call, until);
      if (status !== undefined && status >= 200 && status < 300) return;
      if (status !== undefined && !isPassing(status))
        throw new CarrierFailed('CarrierRefused', `answered ${status}`);
      if (attempt >= carrier.attempts || performance.now() >= until)
        throw new CarrierFailed('CarrierUnavailable', `${status ?? 'no answer'}`);
      await this.world.pause(FIRST_PAUSE * 2 ** (attempt - 1) * (1 + this.world.random()));
    }
  }

  /** The status of the answer; undefined when there was none in time. */
  private async post(
    carrier: HttpCarrierSettings,
    call: RequestInit,
    until: number,
  ): Promise<number | undefined> {
    try {
      // One signal and no `AbortSignal.any`: Node 20 may collect what that is made of, and then it never fires.
      const left = Math.max(1, Math.round(until - performance.now()));
      const signal = AbortSignal.timeout(Math.min(carrier.timeoutSeconds * 1000, left));
      // A carrier that moved is a new address in the settings: the secret is not carried to wherever an answer points.
      const answer = await this.world.fetch(carrier.url, { ...call, redirect: 'manual', signal });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return undefined;
    }
  }
}

/** The call in the carrier's own words. */
function callOf(
  { format, names }: HttpCarrierSettings,
  token: string,
  { id, from, to, body }: { id: string; from: string; to: string; body: string },
): RequestInit {
  const fields = { [names.id]: id, [names.from]: from, [names.to]: to, [names.body]: body };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': id };
  return format === 'form'
    ? { method: 'POST', headers, body: new URLSearchParams(fields) }
    : {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(fields),
      };
}
