import * as z from 'zod';
import { isJsonObject, type Json } from '../json.js';
import { amountOrExpression, expression, json, list, object, oneOf, text } from './values.js';

/** The fields by which a Map reads items from S3, batches them and writes the results there. */

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
const OF_TEXT_FILES = ['CSV', 'MANIFEST'];
/** "You can specify this field when InputType is ..." */
const ONLY_OF: Readonly<Record<string, readonly string[]>> = {
  CSVHeaderLocation: OF_TEXT_FILES,
  CSVHeaders: OF_TEXT_FILES,
  CSVDelimiter: OF_TEXT_FILES,
  ItemsPointer: ['JSON'],
};

const readerConfig = object({
  InputType: oneOf(['CSV', 'JSON', 'MANIFEST', 'JSONL', 'PARQUET']).optional(),
  Transformation: oneOf(['NONE', 'LOAD_AND_FLATTEN']).optional(),
  ManifestType: oneOf(['ATHENA_DATA', 'S3_INVENTORY']).optional(),
  CSVDelimiter: oneOf(['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB']).optional(),
  CSVHeaderLocation: oneOf(['FIRST_ROW', 'GIVEN']).optional(),
  CSVHeaders: list(text).optional(),
  ItemsPointer: text.optional(),
  MaxItems: amountOrExpression({ least: 0, most: 100_000_000 }).optional(),
}).superRefine((config, context) => {
  const { InputType, Transformation, CSVHeaderLocation, CSVHeaders } = config;
  const complain = (message: string) => context.addIssue({ code: 'custom', message });
  if (InputType === 'CSV' && CSVHeaderLocation === undefined) {
    complain("The field 'CSVHeaderLocation' is required");
  }
  for (const [field, types] of Object.entries(ONLY_OF)) {
    const isThere = config[field as keyof typeof config] !== undefined;
    if (isThere && InputType !== undefined && !types.includes(InputType))
      complain(`Field '${field}' is not supported`);
  }
  if (CSVHeaderLocation === 'GIVEN' && CSVHeaders === undefined) {
    complain('These fields are required: [CSVHeaders]');
  }
  if (Transformation === 'LOAD_AND_FLATTEN' && InputType === undefined) {
    complain('These fields are required: [InputType]');
  }
});

const resource = (operations: string) =>
  text.regex(
    new RegExp(String.raw`^arn:[^:]+:states:::s3:(?:${operations})$`, 'u'),
    "The field 'Resource' does not match any of the allowed values",
  );

/** AWS's own words for this are not known. */
const atLeastOne = (...fields: readonly string[]): [(value: object) => boolean, string] => [
  (value) => fields.some((field) => field in value),
  `This object should have at least one of the following fields: [${fields.join(', ')}]`,
];

/** Adds what the arguments of a call of S3 lack; one expression may give them all. */
function lacking(given: Json | undefined, fields: readonly string[], context: z.RefinementCtx): void {
  if (typeof given === 'string' && given.startsWith('{%')) return;
  for (const field of fields) {
    if (isJsonObject(given) && given[field] !== undefined) continue;
    const message = `The field '${field}' is required but was missing`;
    context.addIssue({ code: 'custom', message, path: ['Arguments'] });
  }
}

export const itemReader = object({
  Resource: resource('getObject|listObjectsV2'),
  Arguments: json.optional(),
  ReaderConfig: readerConfig.optional(),
}).superRefine(({ Resource, Arguments }, context) => {
  if (Resource.endsWith(':getObject')) lacking(Arguments, ['Bucket', 'Key'], context);
  if (Resource.endsWith(':listObjectsV2')) lacking(Arguments, ['Bucket'], context);
});

export const itemBatcher = object({
  BatchInput: z.union([z.record(z.string(), json), expression], 'Expected value of type [OBJECT]').optional(),
  MaxItemsPerBatch: amountOrExpression({ least: 0 }).optional(),
  MaxInputBytesPerBatch: amountOrExpression({ least: 0 }).optional(),
}).refine(...atLeastOne('MaxItemsPerBatch', 'MaxInputBytesPerBatch'));

export const resultWriter = object({
  Resource: resource('putObject').optional(),
  Arguments: json.optional(),
  WriterConfig: object({
    Transformation: oneOf(['NONE', 'COMPACT', 'FLATTEN']).optional(),
    OutputType: oneOf(['JSON', 'JSONL']).optional(),
  }).optional(),
})
  .refine(...atLeastOne('Resource', 'WriterConfig'))
  .superRefine(({ Resource, Arguments }, context) => {
    if (Resource !== undefined) lacking(Arguments, ['Bucket'], context);
    else if (Arguments !== undefined)
      context.addIssue({ code: 'custom', message: 'These fields are required: [Resource]' });
  });

/**
 * Fields of a Distributed Map alone. AWS takes the two others in an inline one too: measured with
 * ValidateStateMachineDefinition by floci (pull request 2786).
 */
export const DISTRIBUTED_FIELDS = ['ResultWriter', 'Label'] as const;
