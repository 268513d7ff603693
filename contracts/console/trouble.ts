import * as z from 'zod';
import { TROUBLE_KINDS } from '../../domain/executions/trouble.js';

/** Why something does not get on by itself. */
export const troubleSchema = z.strictObject({
  kind: z
    .enum(TROUBLE_KINDS)
    .describe(
      '`retrying`: a step failed and is tried again; `attention`: the duty desk is asked about it; `failed`, `stopped`: it ended before its work was done; `stuck`: its record waits for the workflow, and has for long',
    ),
  since: z.iso.datetime().optional(),
  failures: z.number().int().optional().describe('How often the state was tried in vain, as far as is known'),
  state: z.string().optional().describe('The state that failed, by the name in its definition'),
  error: z.string().optional(),
  cause: z.string().optional().describe('What was said about the error; ids only'),
});
export type TroubleView = z.infer<typeof troubleSchema>;
