import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.js';
import type { Faults } from '../faults/faults.js';
import type { KeyValueStore } from '../storage/key-value-store.js';

const PREFIX = 'sms/';
/** The newest texts stay in memory, some 400 bytes each; older ones are only in the store. */
const KEPT_TEXTS = 5000;

export const smsSchema = z.object({
  id: z.string(),
  /** `out`: sent by the hosted system; `in`: sent to it. */
  direction: z.enum(['out', 'in']),
  from: z.string(),
  to: z.string(),
  body: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});

export type SmsMessage = z.infer<typeof smsSchema>;

export interface IncomingSms {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** The carrier's id; the same id again is a redelivery. */
  readonly id?: string | undefined;
}

export interface SmsCarrierOptions {
  readonly clock: Clock;
  readonly store: KeyValueStore;
  readonly faults: Faults;
  /** Hands a two-way SMS event to the topic that the assembly reads. */
  readonly publishIncoming: (message: string) => Promise<void>;
  readonly keptTexts?: number;
}

const wayOf = ({ from, to }: Pick<SmsMessage, 'from' | 'to'>): string => `${from} ${to}`;

/** Stands in for the telephone network: keeps every text, and hands over those that people send. */
export class SmsCarrier {
  private readonly log: SmsMessage[] = [];
  private readonly received = new Set<string>();
  /** The newest text from one number to another. */
  private readonly newest = new Map<string, SmsMessage>();
  private readonly listeners: ((message: SmsMessage) => void)[] = [];
  private sequence = 0;

  private constructor(private readonly options: SmsCarrierOptions) {}

  /** Reads the texts of earlier lives first: the place of whatever is sent is behind theirs. */
  static async open(options: SmsCarrierOptions): Promise<SmsCarrier> {
    const carrier = new SmsCarrier(options);
    await carrier.readStored();
    return carrier;
  }

  private async readStored(): Promise<void> {
    for await (const [key, value] of this.options.store.range({ from: PREFIX, to: `${PREFIX}\uffff` })) {
      this.sequence = Math.max(this.sequence, Number(key.slice(PREFIX.length)));
      this.keep(smsSchema.parse(JSON.parse(value)));
    }
  }

  all(): readonly SmsMessage[] {
    return this.log;
  }

  sent(): readonly SmsMessage[] {
    return this.log.filter(({ direction }) => direction === 'out');
  }

  /** Calls back for each text that arrives at a phone; the returned function ends that. */
  onSent(listener: (message: SmsMessage) => void): () => void {
    this.listeners.push(listener);
    return () => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  /** Takes a text from the hosted system; answers with its id once it is on disk. */
  async send(text: { readonly from: string; readonly to: string; readonly body: string }): Promise<string> {
    const id = randomUUID();
    const copies = this.options.faults.copies('sms-out');
    for (let copy = 0; copy < copies; copy += 1) {
      const message = await this.record({ ...text, id, direction: 'out', at: this.options.clock.now() });
      for (const listener of this.listeners) listener(message);
    }
    return id;
  }

  /** A person sends a text; answers with its id once the topic has taken it. */
  async receive({ from, to, body, id = randomUUID() }: IncomingSms): Promise<string> {
    const end = this.options.clock.begin();
    try {
      if (!this.received.has(id))
        await this.record({ id, direction: 'in', from, to, body, at: this.options.clock.now() });
      const copies = this.options.faults.copies('sms-in');
      for (let copy = 0; copy < copies; copy += 1)
        await this.options.publishIncoming(this.event({ from, to, body, id }));
      return id;
    } finally {
      end();
    }
  }

  private async record(message: SmsMessage): Promise<SmsMessage> {
    this.sequence += 1;
    const key = `${PREFIX}${String(this.sequence).padStart(15, '0')}`;
    await this.options.store.batch([{ key, value: JSON.stringify(message) }]);
    this.keep(message);
    return message;
  }

  private keep({ id, direction, from, to, body, at }: SmsMessage): void {
    // Written out, as a line of the log book is, and for the same reason.
    const message: SmsMessage = { id, direction, from, to, body, at };
    this.log.push(message);
    if (message.direction === 'in') this.received.add(message.id);
    else this.newest.set(wayOf(message), message);
    const { keptTexts = KEPT_TEXTS } = this.options;
    if (this.log.length > keptTexts * 1.25) this.forget(this.log.splice(0, this.log.length - keptTexts));
  }

  private forget(texts: readonly SmsMessage[]): void {
    for (const text of texts) {
      this.received.delete(text.id);
      if (this.newest.get(wayOf(text)) === text) this.newest.delete(wayOf(text));
    }
  }

  /** The JSON of AWS's two-way SMS. */
  private event({ from, to, body, id }: Required<IncomingSms>): string {
    const previous = this.newest.get(wayOf({ from: to, to: from }));
    return JSON.stringify({
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: 'KEYWORD',
      messageBody: body,
      inboundMessageId: id,
      ...(previous === undefined ? {} : { previousPublishedMessageId: previous.id }),
    });
  }
}
