import * as z from 'zod';

/** An attribute as the SQS and SNS APIs write it. */
export const messageAttributeSchema = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

/** A queue message as it is kept on disk. */
export const storedMessageSchema = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), messageAttributeSchema),
  senderId: z.string(),
  /** Epoch milliseconds. */
  sentAt: z.number(),
  /** Not before this time; `sentAt` unless the message is delayed. */
  availableAt: z.number(),
  firstReceivedAt: z.number().optional(),
  receiveCount: z.number(),
  /** How many of these ended with the host: no failed attempts of the function. */
  cutShort: z.number().optional(),
  /**
   * A function of the host has the message and has not answered yet. Found after a start, the host itself ended in the
   * middle.
   */
  handed: z.boolean().optional(),
});

export type MessageAttribute = z.infer<typeof messageAttributeSchema>;
export type StoredMessage = z.infer<typeof storedMessageSchema>;

/** A message as its sender gives it. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  readonly delaySeconds?: number | undefined;
  readonly senderId?: string;
}
