import { instantOf, isObject, listOf, parseJson, textOf } from '../json.js';
import type { Keep } from '../keep.js';
import { type Problem, problemOf } from '../problem.js';
import { isWorthRetrying, type Reply } from '../reply.js';

const NAME = 'staff.outbox';

/** Something that was written and not sent yet. It stays until it was sent, or whoever wrote it drops it. */
export interface Waiting {
  /** Names it on this device. */
  readonly id: string;
  /** Where it goes: the signed link. */
  readonly link: string;
  /** What it is about, and what was said, in the words of the page it was written on. */
  readonly about: string;
  readonly said: string;
  /** What is sent, word for word, so that the same thing sent again counts once. */
  readonly body: unknown;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** Why the service did not take it. */
  readonly refused?: Problem;
}

/** Something that was sent, and what the service said to it. */
export interface Sent {
  readonly item: Waiting;
  readonly answer: unknown;
}

/** What was written, until it is sent. */
export interface Outbox {
  /** In the order in which it was written. */
  items(): readonly Waiting[];
  /** What was sent since the page was opened. */
  sent(): readonly Sent[];
  /** What has the same id is replaced. */
  add(item: Waiting): void;
  drop(id: string): void;
  /** Sends what waits, one after the other, until there is no network any more. */
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
  const { body, refused } = value;
  return {
    id,
    link,
    at,
    body,
    about: textOf(value['about']) ?? '',
    said: textOf(value['said']) ?? '',
    ...(refused === undefined ? {} : { refused: problemOf(refused, 422) }),
  };
}

/** Keeps on the device what is to be sent. Other tabs may do the same, so the device is read each time. */
export function createOutbox(keep: Keep, send: (item: Waiting) => Promise<Reply<unknown>>): Outbox {
  const listeners = new Set<() => void>();
  const sent: Sent[] = [];
  let flushing: Promise<void> | undefined;
  /** Where the browser keeps nothing: as long as the page is open. */
  let held: readonly Waiting[] | undefined;
  const items = (): readonly Waiting[] => held ?? listOf(parseJson(keep.read(NAME) ?? ''), waitingOf);
  const write = (changed: readonly Waiting[]): void => {
    const text = JSON.stringify(changed);
    if (changed.length === 0) keep.drop(NAME);
    else keep.write(NAME, text);
    held = changed.length > 0 && keep.read(NAME) !== text ? changed : undefined;
    for (const listener of listeners) listener();
  };
  const drop = (id: string): void => write(items().filter((item) => item.id !== id));

  /** Whether there was a network for it. */
  async function sendOne(item: Waiting): Promise<boolean> {
    const reply = await send(item);
    if (isWorthRetrying(reply)) return false;
    if (reply.kind === 'answer') sent.push({ item, answer: reply.value });
    const { problem } = reply.kind === 'problem' ? reply : {};
    // Written anew meanwhile, it is to be sent anew.
    const isSame = (one: Waiting): boolean => one.id === item.id && one.at === item.at;
    if (problem) write(items().map((one) => (isSame(one) ? { ...one, refused: problem } : one)));
    else write(items().filter((one) => !isSame(one)));
    return true;
  }
  async function sendAll(): Promise<void> {
    for (;;) {
      const item = items().find(({ refused }) => refused === undefined);
      if (!item || !(await sendOne(item))) return;
    }
  }
  return {
    items,
    sent: () => sent,
    add: (item) => write([...items().filter(({ id }) => id !== item.id), item]),
    drop,
    flush() {
      flushing ??= sendAll().finally(() => {
        flushing = undefined;
      });
      return flushing;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Kept first, then sent; what came of it. Where there is no network it waits. */
export async function sendThrough(outbox: Outbox, item: Waiting): Promise<Reply<unknown>> {
  outbox.add(item);
  await outbox.flush();
  const left = outbox.items().find(({ id }) => id === item.id);
  if (left?.refused) return { kind: 'problem', problem: left.refused };
  const sent = left
    ? undefined
    : outbox.sent().find((one) => one.item.id === item.id && one.item.at === item.at);
  return sent ? { kind: 'answer', value: sent.answer } : { kind: 'unreachable' };
}
