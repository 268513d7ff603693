import { instantOf, isObject, listOf, numberOf, parseJson, textOf } from '../json.js';
import type { Keep } from '../keep.js';
import { type Problem, problemOf } from '../problem.js';
import { isWorthRetrying, type Reply } from '../reply.js';
import type { KeptPhotos } from './kept-photos.js';

const NAME = 'staff.outbox';

/** Something that was written and not sent yet. It stays until it was sent, or whoever wrote it drops it. */
export interface Waiting {
  /** Names it on this device. */
  readonly id: string;
  /** Where it goes: the signed link. */
  readonly link: string;
  /** Its subject and its answer, in the words of the page it was written on. */
  readonly about: string;
  readonly said: string;
  /** The body, word for word, so that the same thing sent again counts once. */
  readonly body: unknown;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** How many photos are to follow it. */
  readonly photos?: number;
  /** The device has no room for its photos: they are gone with the page. */
  readonly photosUnkept?: true;
  /** The service's answer to it, where only its photos are left to be sent. */
  readonly answered?: unknown;
  /** Why the service did not take it, or its photos. */
  readonly refused?: Problem;
}

/** Its photos are no longer on the device. No service answers so. */
const GONE: Problem = { status: 0, errors: [] };
export const areGone = ({ status }: Problem): boolean => status === GONE.status;

/** Something that was sent, and what the service said to it. */
export interface Sent {
  readonly item: Waiting;
  readonly answer: unknown;
}

/** Answers until they are sent. */
export interface Outbox {
  /** In the order in which it was written. */
  items(): readonly Waiting[];
  /** The answers sent since the page was opened. */
  sent(): readonly Sent[];
  /** An item with the same id is replaced. Its photos, in base64, follow it one by one. */
  add(item: Waiting, pictures?: readonly string[]): void;
  drop(id: string): void;
  /**
   * Kept now and sent when `over` is, so that a slip can still be taken back. Whether it is to be sent: not where it
   * was taken back or written anew meanwhile. A page that is closed and opened again sends it.
   */
  hold(item: Waiting, over: Promise<unknown>): Promise<boolean>;
  /** Whether it is on its way for the first time: nobody has to be told yet that it is not sent. */
  isUnderWay(id: string): boolean;
  /** Takes something back to be changed; its photos are there until it is added again. */
  takeBack(id: string): void;
  picturesOf(id: string): Promise<readonly string[]>;
  /** Sends what waits, one after the other, until there is no network any more. Photos follow behind. */
  flush(): Promise<void>;
  /** Calls whenever something changed; answers how to end that. */
  watch(listener: () => void): () => void;
}

function waitingOf(value: unknown): Waiting | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const link = textOf(value['link']);
  const at = instantOf(value['at']);
  if (id === undefined || link === undefined || at === undefined) return undefined;
  const { body, refused, answered } = value;
  const photos = numberOf(value['photos']);
  return {
    id,
    link,
    at,
    body,
    about: textOf(value['about']) ?? '',
    said: textOf(value['said']) ?? '',
    ...(photos === undefined ? {} : { photos }),
    ...(value['photosUnkept'] === true ? { photosUnkept: true } : {}),
    ...(answered === undefined ? {} : { answered }),
    ...(refused === undefined ? {} : { refused: problemOf(refused, 422) }),
  };
}

/** The ways to the service. */
export interface Carriers {
  send(item: Waiting): Promise<Reply<unknown>>;
  sendPhoto(item: Waiting, picture: string): Promise<Reply<unknown>>;
}

/** Keeps on the device what is to be sent. Other tabs may do the same, so the device is read each time. */
export class KeptOutbox implements Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly allSent: Sent[] = [];
  private flushing: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  /** Where the browser keeps nothing: as long as the page is open. */
  private held: readonly Waiting[] | undefined;
  /** Not to be sent yet. */
  private readonly holding = new Set<string>();
  /** Written on this page, and not yet tried in vain. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly keep: Keep,
    private readonly photos: KeptPhotos,
    private readonly carriers: Carriers,
  ) {}

  items(): readonly Waiting[] {
    return this.held ?? listOf(parseJson(this.keep.read(NAME) ?? ''), waitingOf);
  }

  sent(): readonly Sent[] {
    return this.allSent;
  }

  add(item: Waiting, pictures: readonly string[] = []): void {
    const { length } = pictures;
    this.underWay.add(item.id);
    const kept = this.photos.set(item.id, pictures);
    const added = length === 0 ? item : { ...item, photos: length };
    this.write([...this.items().filter(({ id }) => id !== item.id), added]);
    // The answer waits for nothing: whether there was room for its photos is said when it is known.
    void kept.then((isKept) => {
      if (!isKept) this.change(added, { photosUnkept: true });
    });
  }

  async hold(item: Waiting, over: Promise<unknown>): Promise<boolean> {
    this.holding.add(item.id);
    this.add(item);
    await over;
    this.holding.delete(item.id);
    return this.items().some((one) => isSame(one, item));
  }

  isUnderWay(id: string): boolean {
    return this.underWay.has(id);
  }

  drop(id: string): void {
    this.takeBack(id);
    void this.photos.set(id, []);
  }

  takeBack(id: string): void {
    this.write(this.items().filter((item) => item.id !== id));
  }

  picturesOf(id: string): Promise<readonly string[]> {
    return this.photos.get(id).catch(() => []);
  }

  flush(): Promise<void> {
    this.flushing ??= this.sendAll().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const item = this.items().find(
        ({ id, refused, answered }) =>
          refused === undefined && answered === undefined && !this.holding.has(id),
      );
      if (!item) break;
      if (!(await this.sendOne(item))) return;
    }
    // On a weak signal photos take minutes; what is written meanwhile does not wait for them.
    this.following ??= this.sendPhotos().finally(() => {
      this.following = undefined;
    });
  }

  /** Whether there was a network for it. */
  private async sendOne(item: Waiting): Promise<boolean> {
    const reply = await this.carriers.send(item);
    this.underWay.delete(item.id);
    if (isWorthRetrying(reply)) {
      this.tell();
      return false;
    }
    if (reply.kind === 'problem') this.change(item, { refused: reply.problem });
    if (reply.kind !== 'answer') return true;
    this.allSent.push({ item, answer: reply.value });
    if (item.photos === undefined) this.remove(item);
    else this.change(item, { answered: reply.value });
    return true;
  }

  private async sendPhotos(): Promise<void> {
    for (;;) {
      const item = this.items().find(
        ({ refused, answered }) => refused === undefined && answered !== undefined,
      );
      if (!item || !(await this.sendPhotoOf(item))) return;
    }
  }

  private async sendPhotoOf(item: Waiting): Promise<boolean> {
    const pictures = await this.photos.get(item.id).catch(() => undefined);
    // They may be read later, unless they were never kept.
    if (pictures === undefined && !item.photosUnkept) return false;
    const [next, ...rest] = pictures ?? [];
    if (next === undefined) {
      this.change(item, { refused: GONE });
      return true;
    }
    const reply = await this.carriers.sendPhoto(item, next);
    if (isWorthRetrying(reply)) return false;
    // The fault of one photo is that of all: each was made small enough, so it is the answer that takes none any more.
    const left = reply.kind === 'problem' ? [] : rest;
    // Breaking off here sends one again, which is the same photo; the other way round they would be missed.
    if (reply.kind === 'problem') this.change(item, { refused: reply.problem });
    else if (left.length > 0) this.change(item, { photos: left.length });
    else this.remove(item);
    await this.photos.set(item.id, left);
    return true;
  }

  private change(item: Waiting, part: Partial<Waiting>): void {
    this.write(this.items().map((one) => (isSame(one, item) ? { ...one, ...part } : one)));
  }

  private remove(item: Waiting): void {
    this.write(this.items().filter((one) => !isSame(one, item)));
  }

  private write(changed: readonly Waiting[]): void {
    const text = JSON.stringify(changed);
    if (changed.length === 0) this.keep.drop(NAME);
    else this.keep.write(NAME, text);
    this.held = changed.length > 0 && this.keep.read(NAME) !== text ? changed : undefined;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Written anew meanwhile, it is to be sent anew. */
const isSame = (one: Waiting, other: Waiting): boolean => one.id === other.id && one.at === other.at;

/** Kept first, then sent; what came of it. Where there is no network it waits. */
export async function sendThrough(
  outbox: Outbox,
  item: Waiting,
  pictures?: readonly string[],
): Promise<Reply<unknown>> {
  outbox.add(item, pictures);
  await outbox.flush();
  const sent = outbox.sent().find((one) => isSame(one.item, item));
  if (sent) return { kind: 'answer', value: sent.answer };
  const refused = outbox.items().find(({ id }) => id === item.id)?.refused;
  return refused ? { kind: 'problem', problem: refused } : { kind: 'unreachable' };
}
