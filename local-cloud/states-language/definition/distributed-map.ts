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

export const itemReader = object({
  Resource: resource('getObject|listObjectsV2'),
  Arguments: json.optional(),
  ReaderConfig: readerConfig.optional(),
});

export const itemBatcher = object({
  BatchInput: json.optional(),
  MaxItemsPerBatch: amountOrExpression({ least: 0 }).optional(),
  MaxInputBytesPerBatch: amountOrExpression({ least: 0 }).optional(),
});

export const resultWriter = object({
  Resource: resource('putObject').optional(),
  Arguments: json.optional(),
  WriterConfig: openObject({}).optional(),
}).superRefine((writer, context) => {
  if (Object.keys(writer).length > 0) return;
  // AWS's own words for this are not known.
  context.addIssue({
    code: 'custom',
    message: 'This object should have at least one of the following fields: [Resource, WriterConfig]',
  });
});
