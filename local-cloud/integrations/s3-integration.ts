import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import { plainNumber, writeJson } from '../states-language/json.js';
import type { S3 } from '../s3/s3.js';
import type { IntegratedService } from './integrate.js';

const number = z.preprocess(plainNumber, z.number()).optional();

const objectSchema = z.object({ Bucket: z.string(), Key: z.string() });
const putSchema = objectSchema.extend({
  /** An object is written as its JSON text. */
  Body: z.unknown().transform((value) => (typeof value === 'string' ? value : writeJson(value ?? ''))),
  ContentType: z.string().optional(),
});
const listSchema = z.object({
  Bucket: z.string(),
  Prefix: z.string().optional(),
  Delimiter: z.string().optional(),
  StartAfter: z.string().optional(),
  ContinuationToken: z.string().optional(),
  MaxKeys: number,
});

function read<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
  return parsed.data;
}

const time = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** `aws-sdk:s3` as far as the host has S3, which Distributed Maps read and write through too. */
export function s3Integration(s3: S3): IntegratedService {
  return {
    errors: { prefix: 'S3', service: 'Amazon S3', base: 'S3Exception' },
    sdkPrefix: 'S3',
    actions: {
      getObject: async (call, caller) => {
        const { Bucket, Key } = read(objectSchema, call.arguments);
        const { body, headers, modifiedAt } = await s3.get(caller, Bucket, Key);
        return {
          AcceptRanges: 'bytes',
          Body: body.toString(),
          ContentLength: body.length,
          ContentType: headers['content-type'] ?? 'binary/octet-stream',
          ETag: headers['etag'] ?? '',
          LastModified: time(modifiedAt),
          Metadata: {},
        };
      },
      putObject: async (call, caller) => {
        const { Bucket, Key, Body, ContentType: type } = read(putSchema, call.arguments);
        const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
        const { etag } = await s3.put(caller, Bucket, Key, { body: Buffer.from(Body), headers });
        return { ETag: etag };
      },
      listObjectsV2: async (call, caller) => {
        const { Bucket, Prefix, Delimiter, StartAfter, ContinuationToken, MaxKeys } = read(
          listSchema,
          call.arguments,
        );
        const page = await s3.list(caller, Bucket, {
          prefix: Prefix,
          delimiter: Delimiter,
          startAfter: StartAfter,
          continuationToken: ContinuationToken,
          maxKeys: MaxKeys,
        });
        return {
          Contents: page.objects.map(({ key, etag, size, modifiedAt }) => ({
            ETag: etag,
            Key: key,
            LastModified: time(modifiedAt),
            Size: size,
            StorageClass: 'STANDARD',
          })),
          ...(page.prefixes.length === 0
            ? {}
            : { CommonPrefixes: page.prefixes.map((common) => ({ Prefix: common })) }),
          IsTruncated: page.next !== undefined,
          KeyCount: page.objects.length + page.prefixes.length,
          MaxKeys: MaxKeys ?? 1000,
          Name: Bucket,
          Prefix: Prefix ?? '',
          ...(page.next === undefined ? {} : { NextContinuationToken: page.next }),
        };
      },
    },
  };
}
