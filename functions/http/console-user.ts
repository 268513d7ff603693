import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { ROLES, type Role } from '../../domain/access/permissions.js';
import { cleanWords } from '../../domain/words/clean-words.js';
import { Problem } from './problem.js';

/** Who signed in, as the token says. */
export interface ConsoleUser {
  /** The claim `sub`. */
  readonly id: string;
  readonly name: string;
  /** The one town they may see. */
  readonly town: string;
  readonly roles: readonly Role[];
  /** Which member of the town's staff they are, where the issuer says so. */
  readonly staff?: string | undefined;
}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

/**
 * API Gateway writes a list as `[a b]`; some issuers give one text with commas or spaces. Unknown roles say nothing.
 */
const rolesSchema = z.string().transform((text) => [
  ...new Set(
    text
      .replaceAll(/[[\]]/g, '')
      .split(/[\s,]+/)
      .filter(isRole),
  ),
]);

const eventSchema = z.object({
  requestContext: z.object({
    authorizer: z.object({
      jwt: z.object({
        claims: z.object({
          sub: z.string().min(1),
          name: z
            .string()
            .transform((name) => cleanWords(name).trim() || undefined)
            .optional(),
          town: z.string().min(1),
          roles: rolesSchema,
          staff: z.string().min(1).optional(),
        }),
      }),
    }),
  }),
});

/** The person behind a call that API Gateway let through. A token that names no town or no roles opens nothing. */
export function consoleUser(event: APIGatewayProxyEventV2): ConsoleUser {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) throw new Problem('forbidden');
  const { sub, name = sub, town, roles, staff } = parsed.data.requestContext.authorizer.jwt.claims;
  return { id: sub, name, town, roles, staff };
}
