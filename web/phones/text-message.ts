import { instantOf, isObject, listOf, textOf } from '../json.js';

/** A text on the way between a phone and the town. */
export interface TextMessage {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** Epoch milliseconds on the local cloud's clock. */
  readonly at: number;
}

function textMessageOf(value: unknown): TextMessage | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const from = textOf(value['from']);
  const to = textOf(value['to']);
  const at = instantOf(value['at']);
  if (id === undefined || from === undefined || to === undefined || at === undefined) return undefined;
  return { id, from, to, body: textOf(value['body']) ?? '', at };
}

/** The answer of `GET /_local/sms`. */
export const textMessagesOf = (value: unknown): TextMessage[] | undefined =>
  Array.isArray(value) ? listOf(value, textMessageOf) : undefined;
