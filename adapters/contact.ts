import { createHash, randomBytes, randomInt } from 'node:crypto';
import { originCode, type OriginKind } from '../domain/flood/origin.js';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Stands for a phone number in keys and records: nobody reads the number from it without knowing it. */
export const contactOfPhone = (town: string, phone: string): string =>
  `phone:${sha256(`${town} ${phone}`).subarray(0, 15).toString('base64url')}`;

/** Stands for a caller in keys, records and what the desk is shown: a code that says nothing in another town. */
export const originOf = (town: string, kind: OriginKind, value: string): string =>
  originCode(kind, sha256(`${town} ${kind} ${value}`));

export const contactOfStaff = (staff: string): string => `staff:${staff}`;

/** The staff id of a contact; undefined for a phone's. */
export const staffOfContact = (contact: string | undefined): string | undefined =>
  contact?.startsWith('staff:') ? contact.slice('staff:'.length) : undefined;

/** Bytes that follow from a text alone, for codes that must come out the same again. */
export const bytesOf = (text: string): Uint8Array => new Uint8Array(sha256(text));

/** The id of a submission. */
export const submissionOf = (text: string): string => sha256(text).toString('base64url');

/** Tells words from others that the same number was sent in an hour; no more. */
export const shortDigest = (text: string): string => submissionOf(text).slice(0, 8);

/** The id of a picture: the same bytes, the same id. */
export const pictureId = (picture: Uint8Array): string =>
  createHash('sha256').update(picture).digest('base64url').slice(0, 16);

/** An unguessable key, 120 bits. */
export const newSecret = (): string => randomBytes(15).toString('base64url');

/** A code of this many digits, each as likely as any other. */
export const newDigits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join('');
