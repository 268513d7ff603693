import * as z from 'zod';
import type { Json, JsonObject } from './json.js';

const json = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const resourceSchema = z.object({
  Type: z.string(),
  Properties: json.default({}),
  DependsOn: oneOrMany.default([]),
  Condition: z.string().optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});

const outputSchema = z.object({
  Value: z.custom<Json>(),
  Condition: z.string().optional(),
  Export: z.object({ Name: z.custom<Json>() }).optional(),
});

/** The parts of a CloudFormation template that the host reads. */
export const templateSchema = z.object({
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.coerce.string().default('') }))
    .default({}),
  Conditions: json.default({}),
  Mappings: json.default({}),
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z.record(z.string(), outputSchema).default({}),
});

export type Template = z.infer<typeof templateSchema>;
export type TemplateResource = z.infer<typeof resourceSchema>;
