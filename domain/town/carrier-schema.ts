import * as z from 'zod';

/** The name of a member of what is sent, or of a field of a form. */
const member = z.string().regex(/^[A-Za-z][\w.-]{0,39}$/, 'a name of letters, digits, dots, _ and -');
/** Loopback for a carrier played on the same machine; others must be HTTPS: people's words and numbers go there. */
const carrierUrl = z
  .url()
  .regex(
    /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\//,
    'an address that begins with https://',
  );

/** A function has thirty seconds for all it does. Seconds. */
const LONGEST_DELIVERY = 20;

const namesSchema = z
  .strictObject({ id: member, from: member, to: member, body: member })
  .refine((names) => new Set(Object.values(names)).size === 4, 'four different names');

/** Addresses of the internet by their first bits. A range that lets everybody in is refused. */
export const addressRange = z
  .string()
  .refine(
    (text) => cidr.safeParse(text).success && !text.endsWith('/0'),
    'addresses by their first bits, like 203.0.113.0/24, 203.0.113.7/32 or 2001:db8::/32',
  );
const cidr = z.union([z.cidrv4(), z.cidrv6()]);

/** How the carrier hands over incoming texts. Its path is no town data: `npm run town -- carrier --receive`. */
const carrierInboundSchema = z.strictObject({
  /** From where it calls; others are refused. */
  addresses: z.array(addressRange).min(1),
  format: z.enum(['json', 'form']),
  /** How it names what it hands over: the id of its message, the sender's number, the town's, the words. */
  names: namesSchema,
});
export type CarrierInbound = z.infer<typeof carrierInboundSchema>;

/** A carrier that takes texts over HTTP, by its own API. Its secret is no town data: `npm run town -- carrier`. */
export const httpCarrierSchema = z
  .strictObject({
    kind: z.literal('http'),
    url: carrierUrl,
    format: z.enum(['json', 'form']),
    /** Its names for a text's fields: a key that marks a repetition, the sender's number, the receiver's, words. */
    names: namesSchema,
    /** How long it may take to answer. */
    timeoutSeconds: z.number().positive().max(10),
    /** How often it is tried in one go; then whoever sends tries again later, as with any carrier. */
    attempts: z.number().int().min(1).max(4),
    /** Where it also hands over texts that people send; else they come from AWS. */
    inbound: carrierInboundSchema.optional(),
  })
  .refine(({ attempts, timeoutSeconds }) => attempts * timeoutSeconds <= LONGEST_DELIVERY, {
    path: ['timeoutSeconds'],
    message: `a time that with all attempts is ${LONGEST_DELIVERY} seconds at most`,
  });
export type HttpCarrierSettings = z.infer<typeof httpCarrierSchema>;

/** Who takes the town's texts to phones: AWS (SNS), or a carrier of its own. */
export const carrierSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sns') }),
  httpCarrierSchema,
]);
