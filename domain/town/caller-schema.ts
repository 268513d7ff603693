import * as z from 'zod';
import { addressRange } from './carrier-schema.js';

const most = z.number().int().positive();
const limitSchema = z.strictObject({ hour: most, day: most });
/** The most of something in an hour of the clock, and in a day of the town. */
export type CallerLimit = z.infer<typeof limitSchema>;

const limitsSchema = z.strictObject({
  /** From one network address, behind which a whole office or a carrier's customers may be. */
  address: limitSchema,
  /** With one phone number, whoever says that it is theirs. */
  phone: limitSchema,
});

/**
 * How much one caller may ask of the town without an account. It keeps one from using up what is there for all:
 * generous, since many people share an address.
 */
export const callersSchema = z.strictObject({
  /** Reports, by any door; dangers are counted by themselves. */
  reports: limitsSchema,
  /** Emergencies that are called out whole; further ones are held together, and told to the duty desk as one. */
  dangers: limitsSchema,
  /** Codes for signing in or opening a request that one address asks for, and its tries; each counted by itself. */
  codes: limitSchema,
  /** Codes to open a request by that one phone is texted, whoever asks for them. */
  trackingCodes: limitSchema.default({ hour: 3, day: 6 }),
  /** Additions to one request on its page, whoever makes them: each tells whoever is asked about it. */
  remarks: limitSchema.default({ hour: 6, day: 20 }),
  /** Questions for similar reports, and answers: what needs no phone. */
  others: limitSchema,
  /** How often an hour the same reply is sent to the same number. */
  sameReply: most,
  /** How often at most the duty desk is told that something which is held together has grown. Minutes. */
  tellEvery: z.number().int().min(10).max(1440),
  /** Proxies that say truly who calls (X-Forwarded-For); none: an address is whoever connected. */
  trustedProxies: z.array(addressRange),
});
export type Callers = z.infer<typeof callersSchema>;

/** For towns that were stored before there were limits. */
export const CALLERS: Callers = {
  reports: { address: { hour: 60, day: 300 }, phone: { hour: 10, day: 30 } },
  dangers: { address: { hour: 5, day: 20 }, phone: { hour: 2, day: 6 } },
  codes: { hour: 60, day: 300 },
  trackingCodes: { hour: 3, day: 6 },
  remarks: { hour: 6, day: 20 },
  others: { hour: 600, day: 4000 },
  sameReply: 3,
  tellEvery: 30,
  trustedProxies: [],
};

/**
 * Kinds of texts that are not about emergencies. Each has a part of the town's day of its own, in hundredths, so that a
 * flood of one kind leaves the others theirs.
 */
export const SHARES = ['residents', 'replies', 'staff', 'codes'] as const;
export type Share = (typeof SHARES)[number];
const hundredths = z.number().int().min(1).max(100);
export const sharesSchema = z.strictObject({
  /** Texts to residents about their requests. */
  residents: hundredths,
  /** Answers to who texts the town. */
  replies: hundredths,
  staff: hundredths,
  /** Codes by which staff sign in. */
  codes: hundredths,
});
/** The same. */
export const TEXT_SHARES: z.infer<typeof sharesSchema> = { residents: 35, replies: 20, staff: 40, codes: 5 };
