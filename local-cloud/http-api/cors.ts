import * as z from 'zod';
import { fitsWildcards } from '../iam/wildcards.js';

/** The `CorsConfiguration` of an HTTP API. */
export const corsSchema = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
  AllowCredentials: z.boolean().optional(),
});

export type Cors = z.infer<typeof corsSchema>;

/** The headers for an answer to this origin; none when the origin is not allowed. */
export function corsHeaders(cors: Cors | undefined, origin: string | undefined): Record<string, string> {
  if (cors === undefined || origin === undefined) return {};
  if (!cors.AllowOrigins.some((pattern) => fitsWildcards(pattern, origin))) return {};
  const anywhere = cors.AllowOrigins.includes('*') && cors.AllowCredentials !== true;
  return {
    'access-control-allow-origin': anywhere ? '*' : origin,
    ...(anywhere ? {} : { vary: 'Origin' }),
    ...(cors.AllowCredentials === true ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.ExposeHeaders.length === 0
      ? {}
      : { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}

/** The headers of a preflight's answer beside `corsHeaders`. */
export function preflightHeaders(cors: Cors): Record<string, string> {
  return {
    'access-control-allow-methods': cors.AllowMethods.join(','),
    'access-control-allow-headers': cors.AllowHeaders.join(','),
    ...(cors.MaxAge === undefined ? {} : { 'access-control-max-age': String(cors.MaxAge) }),
  };
}
