import { createHash } from 'node:crypto';
import * as z from 'zod';
import { messageAttributeSchema, type MessageAttribute } from '../../../messaging/message.js';

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

const MOST_ATTRIBUTES = 10;

const typed = messageAttributeSchema
  .refine(({ DataType }) => /^(?:String|Number|Binary)(?:\..+)?$/.test(DataType), {
    error: 'You must use only the following supported type prefixes: Binary, Number, String.',
  })
  .refine(({ StringValue, BinaryValue }) => (StringValue ?? BinaryValue ?? '') !== '', {
    error: 'A message attribute must contain a non-empty value.',
  });

/** The attributes that a sender gives a message. */
export const messageAttributesSchema = z
  .record(z.string(), typed)
  .default({})
  .refine((attributes) => Object.keys(attributes).length <= MOST_ATTRIBUTES, {
    error: `A message can have at most ${MOST_ATTRIBUTES} attributes.`,
  });

const valueOf = ({ StringValue = '', BinaryValue }: MessageAttribute): Buffer =>
  BinaryValue === undefined ? Buffer.from(StringValue) : Buffer.from(BinaryValue, 'base64');

/** How many bytes of a message's size its attributes take. */
export const sizeOfAttributes = (attributes: MessageAttributes): number =>
  Object.entries(attributes).reduce(
    (sum, [name, attribute]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + valueOf(attribute).length,
    0,
  );

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * `MD5OfMessageAttributes`, by which SDKs check the way; undefined without attributes. As laid out in
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).toSorted();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name] ?? { DataType: '' };
    hash.update(withLength(Buffer.from(name)));
    hash.update(withLength(Buffer.from(attribute.DataType)));
    hash.update(Buffer.from([attribute.DataType.startsWith('Binary') ? 2 : 1]));
    hash.update(withLength(valueOf(attribute)));
  }
  return hash.digest('hex');
}

/** Those that a receiver asks for: by name, all of them (`All`, `.*`), or by how they begin (`order.*`). */
export function wantedAttributes(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const isWanted = (name: string) =>
    names.some(
      (wanted) =>
        wanted === 'All' ||
        wanted === name ||
        (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -'.*'.length))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}
