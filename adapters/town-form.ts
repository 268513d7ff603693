import { createHash } from 'node:crypto';
import * as z from 'zod';
import { TEXT_KEYS } from '../domain/texts/text-keys.js';
import { townSchema } from '../domain/town/schema.js';

/**
 * The answer of `townForm`, as the bundler computed it: a cold function would take as long for it as for checking a
 * town.
 */
declare const TOWN_FORM: string | undefined;

const described = (): string =>
  createHash('sha256')
    .update(JSON.stringify([z.toJSONSchema(townSchema, { unrepresentable: 'any' }), TEXT_KEYS]))
    .digest('hex');

let found: string | undefined;

/**
 * Names the form of a town in this version: its schema, and the texts that it needs. A town that was stored in this
 * very form was checked then; checking it again would be most of a cold start.
 */
export const townForm = (): string => (typeof TOWN_FORM === 'string' ? TOWN_FORM : (found ??= described()));
