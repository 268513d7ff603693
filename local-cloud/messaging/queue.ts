import { createHash, randomUUID } from 'node:crypto';
import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import type { Policy } from '../iam/policy.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { storedMessageSchema, type OutgoingMessage, type StoredMessage } from './message.js';

/** The settings of a queue, as whoever made it gave them. */
export interface QueueSettings {
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  /** How long a receiver waits that does not say it. */
  readonly waitSeconds?: number | undefined;
  /** Bytes. */
  readonly largestMessage?: number | undefined;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

export interface QueueConfig extends QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
}

/** A message in the hands of a receiver. */
export interface ReceivedMessage extends StoredMessage {
  readonly receiptHandle: string;
}

interface Entry {
  readonly key: string;
  stored: StoredMessage;
  /** Set while a receiver has the message: its handle and what makes it visible again. */
  taken?: { readonly handle: string; readonly cancel: () => void } | undefined;
}

export type Write = { readonly key: string; readonly value: string | undefined };

const prefixOf = (name: string) => `queue/${name}/`;

/** A message's id and how often it had been received: each receipt has a handle of its own. */
const HANDLE = /^[\da-f-]{36}#\d+$/;
const handleOf = ({ id, receiveCount }: StoredMessage) => `${id}#${receiveCount}`;

/** One standard queue. Every message is on disk before its sender is answered. */
export class Queue {
  readonly policies: Policy[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<() => void>();
  private sequence = 0;

  constructor(
    private given: QueueConfig,
    private readonly clock: Clock,
    private readonly store: KeyValueStore,
    private readonly deadLetters: (arn: string) => Queue,
  ) {}

  get config(): QueueConfig {
    return this.given;
  }

  /** From now on; messages that are there keep what they were sent with. */
  change(settings: Partial<QueueSettings>): void {
    this.given = { ...this.given, ...settings };
  }

  /**
   * Takes up what the disk holds. A message that was in a receiver's hands when the host ended is free again; when the
   * receiver was a function, its attempt does not count, or a few unlucky ends would make a dead letter of it.
   */
  async recover(): Promise<void> {
    const prefix = prefixOf(this.config.name);
    for await (const [key, value] of this.store.range({ from: prefix, to: `${prefix}\uffff` })) {
      this.sequence = Math.max(this.sequence, Number(key.slice(prefix.length)));
      const { handed, ...stored } = storedMessageSchema.parse(JSON.parse(value));
      const cutShort = (stored.cutShort ?? 0) + (handed === true ? 1 : 0);
      this.entries.set(key, { key, stored: { ...stored, cutShort } });
    }
  }

  /** Calls back whenever a message may have become available, until the returned function is called. */
  onAvailable(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The messages' ids, once all of them are on disk. */
  async send(messages: readonly OutgoingMessage[]): Promise<readonly string[]> {
    const { writes, commit, ids } = this.prepare(messages);
    await this.store.batch(writes);
    commit();
    return ids;
  }

  /** The writes that add messages, for a batch that spans queues; call `commit` once they are on disk. */
  prepare(messages: readonly OutgoingMessage[]): { writes: Write[]; commit: () => void; ids: string[] } {
    const now = this.clock.now();
    const entries = messages.map((message) => this.entry(message, now));
    const writes = entries.map(({ key, stored }) => ({ key, value: JSON.stringify(stored) }));
    return {
      writes,
      ids: entries.map(({ stored }) => stored.id),
      commit: () => entries.forEach((entry) => this.admit(entry)),
    };
  }

  /** Up to `limit` visible messages, hidden from others for the visibility timeout. */
  receive(
    limit: number,
    visibilitySeconds = this.config.visibilitySeconds,
  ): Promise<readonly ReceivedMessage[]> {
    return this.takeVisible(limit, visibilitySeconds, false);
  }

  /** The same for a function of this host. What it does not take is to be told with `putBack`. */
  receiveForFunction(limit: number): Promise<readonly ReceivedMessage[]> {
    return this.takeVisible(limit, this.config.visibilitySeconds, true);
  }

  /** The function answered and left these messages: an attempt that counts. They stay hidden until their time is up. */
  async putBack(receiptHandles: readonly string[]): Promise<void> {
    if (receiptHandles.length === 0) return;
    const left = receiptHandles.flatMap((handle) => this.byHandle(handle) ?? []);
    for (const entry of left) entry.stored = { ...entry.stored, handed: false };
    await this.store.batch(left.map(({ key, stored }) => ({ key, value: JSON.stringify(stored) })));
  }

  private async takeVisible(
    limit: number,
    visibilitySeconds: number,
    handed: boolean,
  ): Promise<readonly ReceivedMessage[]> {
    const taken: ReceivedMessage[] = [];
    const writes: Write[] = [];
    const lost: Entry[] = [];
    for (const entry of this.entries.values()) {
      if (taken.length === limit) break;
      if (!this.isVisible(entry)) continue;
      if (this.isExhausted(entry)) lost.push(entry);
      else {
        this.take(entry, visibilitySeconds, handed);
        taken.push({ ...entry.stored, receiptHandle: handleOf(entry.stored) });
        writes.push({ key: entry.key, value: JSON.stringify(entry.stored) });
      }
    }
    if (lost.length > 0) await this.moveToDeadLetters(lost);
    if (writes.length > 0) await this.store.batch(writes);
    return taken;
  }

  /** Whether a text can be a receipt handle at all, of whatever message. */
  static isHandle(text: string): boolean {
    return HANDLE.test(text);
  }

  /**
   * Deleting what is gone already is no error, as in SQS. The newest handle of a message deletes it even when its time
   * is up; an older one does nothing.
   */
  async delete(receiptHandles: readonly string[]): Promise<void> {
    const gone = receiptHandles.flatMap((handle) => this.lastReceived(handle) ?? []);
    await this.store.batch(gone.map(({ key }) => ({ key, value: undefined })));
    for (const entry of gone) this.remove(entry);
  }

  /**
   * Hides the message for so long from now; 0 makes it visible at once. Rejects with MessageNotInflight when it is
   * visible already, and as SQS does when there is no such message.
   */
  changeVisibility(receiptHandle: string, seconds: number): void {
    if (!Queue.isHandle(receiptHandle))
      throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    const entry = this.lastReceived(receiptHandle);
    if (entry === undefined)
      throw new AwsError(
        'InvalidParameterValue',
        `Value ${receiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
      );
    if (entry.taken === undefined)
      throw new AwsError('MessageNotInflight', 'The message referred to is not in flight.');
    entry.taken.cancel();
    if (seconds > 0) entry.taken = { handle: receiptHandle, cancel: this.releaseAfter(entry, seconds) };
    else {
      entry.taken = undefined;
      this.tell();
    }
  }

  /** Sends what can be seen to another queue, as new messages, and deletes it here. */
  async moveTo(target: Queue): Promise<void> {
    const moved = [...this.entries.values()].filter((entry) => this.isVisible(entry));
    const { writes, commit } = target.prepare(
      moved.map(({ stored: { body, attributes, senderId } }) => ({ body, attributes, senderId })),
    );
    await this.store.batch([...writes, ...moved.map(({ key }) => ({ key, value: undefined }))]);
    for (const entry of moved) this.remove(entry);
    commit();
  }

  async purge(): Promise<void> {
    const all = [...this.entries.values()];
    await this.store.batch(all.map(({ key }) => ({ key, value: undefined })));
    for (const entry of all) this.remove(entry);
  }

  counts(): { visible: number; inFlight: number; delayed: number } {
    const all = [...this.entries.values()];
    const inFlight = all.filter(({ taken }) => taken !== undefined).length;
    const visible = all.filter((entry) => this.isVisible(entry)).length;
    return { visible, inFlight, delayed: all.length - inFlight - visible };
  }

  private entry(
    { body, attributes = {}, delaySeconds, senderId = 'local' }: OutgoingMessage,
    now: number,
  ): Entry {
    this.sequence += 1;
    const availableAt = now + (delaySeconds ?? this.config.delaySeconds) * 1000;
    const key = `${prefixOf(this.config.name)}${String(this.sequence).padStart(15, '0')}`;
    return {
      key,
      stored: { id: randomUUID(), body, attributes, senderId, sentAt: now, availableAt, receiveCount: 0 },
    };
  }

  private admit(entry: Entry): void {
    this.entries.set(entry.key, entry);
    this.announce(entry);
  }

  private announce({ stored }: Entry): void {
    if (stored.availableAt <= this.clock.now()) this.tell();
    else this.clock.schedule(stored.availableAt, () => this.tell());
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private isVisible({ stored, taken }: Entry): boolean {
    const now = this.clock.now();
    const kept = now - stored.sentAt <= this.config.retentionSeconds * 1000;
    return taken === undefined && stored.availableAt <= now && kept;
  }

  private isExhausted({ stored }: Entry): boolean {
    const { redrive } = this.config;
    return redrive !== undefined && stored.receiveCount - (stored.cutShort ?? 0) >= redrive.maxReceiveCount;
  }

  private take(entry: Entry, seconds: number, handed: boolean): void {
    const { stored } = entry;
    const now = this.clock.now();
    entry.stored = {
      ...stored,
      receiveCount: stored.receiveCount + 1,
      firstReceivedAt: stored.firstReceivedAt ?? now,
      handed,
    };
    // Who receives for no time at all only looks: the message stays visible.
    if (seconds > 0 || handed)
      entry.taken = { handle: handleOf(entry.stored), cancel: this.releaseAfter(entry, seconds) };
  }

  private releaseAfter(entry: Entry, seconds: number): () => void {
    return this.clock.schedule(this.clock.now() + seconds * 1000, () => {
      entry.taken = undefined;
      this.tell();
    });
  }

  /** The message whose newest handle this is, whether its time is up or not. */
  private lastReceived(handle: string): Entry | undefined {
    const [id] = handle.split('#');
    const entry = [...this.entries.values()].find(({ stored }) => stored.id === id);
    return entry !== undefined && handleOf(entry.stored) === handle ? entry : undefined;
  }

  private byHandle(handle: string): Entry | undefined {
    return [...this.entries.values()].find(({ taken }) => taken?.handle === handle);
  }

  private remove(entry: Entry): void {
    entry.taken?.cancel();
    this.entries.delete(entry.key);
  }

  private async moveToDeadLetters(lost: readonly Entry[]): Promise<void> {
    const { redrive } = this.config;
    if (redrive === undefined) return;
    for (const entry of lost) this.entries.delete(entry.key);
    const target = this.deadLetters(redrive.deadLetterArn);
    const { writes, commit } = target.adopt(lost.map(({ stored }) => stored));
    await this.store.batch([...writes, ...lost.map(({ key }) => ({ key, value: undefined }))]);
    commit();
  }

  /** A dead letter keeps its id and the time it was first sent. */
  private adopt(letters: readonly StoredMessage[]): { writes: Write[]; commit: () => void } {
    const entries = letters.map((letter) => {
      this.sequence += 1;
      return {
        key: `${prefixOf(this.config.name)}${String(this.sequence).padStart(15, '0')}`,
        stored: { ...letter, receiveCount: 0, cutShort: 0 },
      };
    });
    const writes = entries.map(({ key, stored }) => ({ key, value: JSON.stringify(stored) }));
    return { writes, commit: () => entries.forEach((entry) => this.admit(entry)) };
  }
}

/** MD5 as the SQS API answers it; it checks the way, it protects nothing. */
export const md5 = (text: string) => createHash('md5').update(text).digest('hex');
