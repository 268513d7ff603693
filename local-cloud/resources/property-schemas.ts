import * as z from 'zod';

/** CloudFormation takes numbers and booleans as text, too. */
export const numeric = z.coerce.number();
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** A property that is not supported must not be there: hosting the rest without it would be a guess. */
export const unsupported = (why: string) =>
  z.undefined({ error: `not supported by the local cloud: ${why}` }).optional();
