import * as z from 'zod';

const times = z.int().positive().optional();
const delayMs = z.int().nonnegative().optional();
/** Strike only what is done on behalf of this execution: its ARN or its name. */
const execution = z.string().min(1).optional();

/** An AWS call that fails or is slow; without `action`, every call of the service. */
const serviceFault = z.strictObject({
  /** The name in the signature: `dynamodb`, `states`, `sns`, `sqs`, `lambda`. */
  service: z.enum(['dynamodb', 'states', 'sns', 'sqs', 'lambda', 's3']),
  action: z.string().optional(),
  /** The error code to answer with, for example `ProvisionedThroughputExceededException`. */
  error: z.string().optional(),
  status: z.int().min(400).max(599).optional(),
  execution,
  delayMs,
  times,
});

/** A function that fails before it runs, or is slow. */
const functionFault = z.strictObject({
  /** Name, ARN or logical id, with or without CDK's hash. */
  function: z.string(),
  error: z.string().optional(),
  execution,
  delayMs,
  times,
});

/** A text message or a queue message that gets lost or comes twice. */
const messageFault = z.strictObject({
  message: z.enum(['sms-out', 'sms-in', 'queue']),
  action: z.enum(['drop', 'double']),
  times,
});

/** Something that goes wrong on request, `times` times (without it: until it is cleared). */
export const faultSchema = z.union([serviceFault, functionFault, messageFault]);

export type Fault = z.infer<typeof faultSchema>;
export type ServiceFault = z.infer<typeof serviceFault>;
export type FunctionFault = z.infer<typeof functionFault>;
export type MessageFault = z.infer<typeof messageFault>;
