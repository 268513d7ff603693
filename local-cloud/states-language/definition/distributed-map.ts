import { amountOrExpression, json, list, object, oneOf, openObject, text } from './values.js';

/** The fields by which a Map reads items from S3, batches them and writes the results there. */

const readerConfig = openObject({
  InputType: oneOf(['CSV', 'JSON', 'MANIFEST', 'JSONL', 'PARQUET']).optional(),
  CSVHeaderLocation: oneOf(['FIRST_ROW', 'GIVEN']).optional(),
  CSVHeaders: list(text).optional(),
  MaxItems: amountOrExpression({ least: 0, most: 100_000_000 }).optional(),
}).superRefine(({ InputType, CSVHeaderLocation, CSVHeaders }, context) => {
  const complain = (message: string) => context.addIssue({ code: 'custom', message });
  if (InputType === 'CSV' && CSVHeaderLocation === undefined) {
    complain("The field 'CSVHeaderLocation' is required");
  }
  if (InputType === 'JSON' && CSVHeaderLocation !== undefined) {
    complain("Field 'CSVHeaderLocation' is not supported");
  }
  if (CSVHeaderLocation === 'GIVEN' && CSVHeaders === undefined) {
    complain('These fields are required: [CSVHeaders]');
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

export const itemReader = object({
  Resource: resource('getObject|listObjectsV2'),
  Arguments: json.optional(),
  ReaderConfig: readerConfig.optional(),
});

export const itemBatcher = object({
  BatchInput: json.optional(),
  MaxItemsPerBatch: amountOrExpression({ least: 0 }).optional(),
  MaxInputBytesPerBatch: amountOrExpression({ least: 0 }).optional(),
}).refine(...atLeastOne('MaxItemsPerBatch', 'MaxInputBytesPerBatch'));

export const resultWriter = object({
  Resource: resource('putObject').optional(),
  Arguments: json.optional(),
  WriterConfig: openObject({ Transformation: oneOf(['NONE', 'COMPACT', 'FLATTEN']).optional() }).optional(),
}).refine(...atLeastOne('Resource', 'WriterConfig'));

/** What only a Distributed Map may have. */
export const DISTRIBUTED_FIELDS = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;
