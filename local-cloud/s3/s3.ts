import * as z from 'zod';
import type { Clock } from '../clock/clock.js';
import { AwsError } from '../errors/aws-error.js';
import type { Caller, Identities } from '../iam/identities.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { MadeResources } from '../storage/made-resources.js';
import { Bucket, type Headers, type ListedObject, type StoredObject } from './bucket.js';

export interface S3Options {
  readonly store: KeyValueStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly identities: Identities;
  readonly partition: string;
}

export interface ListRequest {
  readonly prefix?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly startAfter?: string | undefined;
  readonly continuationToken?: string | undefined;
  readonly maxKeys?: number | undefined;
}

/** A page of a list; `next` leads to the one after it. */
export interface ListPage {
  readonly objects: readonly ListedObject[];
  /** The parts between the prefix and the next delimiter, once each. */
  readonly prefixes: readonly string[];
  readonly next?: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const MOST_KEYS = 1000;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const NAME = /^(?!xn--|\d+\.\d+\.\d+\.\d+$)[a-z\d](?:[a-z\d-]|\.(?!\.)){1,61}[a-z\d]$/;
const LONGEST_KEY = 1024;

const madeSchema = z.object({ name: z.string() });

const tokenOf = (key: string): string => Buffer.from(key).toString('base64');

/** The buckets of the assembly, and those that clients made. */
export class S3 {
  private readonly buckets = new Map<string, Bucket>();
  private readonly made: MadeResources;

  constructor(private readonly options: S3Options) {
    this.made = new MadeResources(options.store, 'bucket');
  }

  /** Brings back buckets that clients made in an earlier life. */
  async resume(): Promise<void> {
    for (const kept of await this.made.all()) this.add(madeSchema.parse(kept).name);
  }

  /** The bucket of that name, which is there from now on. */
  add(name: string): Bucket {
    const bucket = this.buckets.get(name) ?? new Bucket(name, this.options.store);
    this.buckets.set(name, bucket);
    return bucket;
  }

  find(name: string): Bucket | undefined {
    return this.buckets.get(name);
  }

  async create(caller: Caller, name: string): Promise<void> {
    this.authorize(caller, 'CreateBucket', name);
    if (!NAME.test(name)) throw new AwsError('InvalidBucketName', 'The specified bucket is not valid.');
    if (this.buckets.has(name)) {
      const message = 'Your previous request to create the named bucket succeeded and you already own it.';
      throw new AwsError('BucketAlreadyOwnedByYou', message, 409);
    }
    this.add(name);
    await this.made.keep(name, { name });
  }

  async get(caller: Caller, bucketName: string, key: string): Promise<StoredObject> {
    const bucket = this.bucket(bucketName);
    this.authorize(caller, 'GetObject', `${bucketName}/${key}`);
    const found = await bucket.get(key);
    if (found !== undefined) return found;
    // Who may not list the bucket is not told what is not there.
    this.authorize(caller, 'ListBucket', bucketName);
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  }

  async put(
    caller: Caller,
    bucketName: string,
    key: string,
    { body, headers }: { readonly body: Buffer; readonly headers: Headers },
  ): Promise<ListedObject> {
    const bucket = this.bucket(bucketName);
    this.authorize(caller, 'PutObject', `${bucketName}/${key}`);
    if (Buffer.byteLength(key) > LONGEST_KEY) throw new AwsError('KeyTooLongError', 'Your key is too long');
    return bucket.put(
      key,
      body,
      { 'content-type': 'binary/octet-stream', ...headers },
      this.options.clock.now(),
    );
  }

  async list(caller: Caller, bucketName: string, request: ListRequest): Promise<ListPage> {
    const bucket = this.bucket(bucketName);
    this.authorize(caller, 'ListBucket', bucketName);
    const { prefix = '', delimiter = '', startAfter = '', continuationToken, maxKeys = MOST_KEYS } = request;
    if (!Number.isInteger(maxKeys) || maxKeys < 0)
      throw new AwsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647');
    const after = continuationToken === undefined ? startAfter : keyOf(continuationToken);
    const objects: ListedObject[] = [];
    const prefixes: string[] = [];
    let last = '';
    for (const object of await bucket.list(prefix)) {
      const common = commonPrefix(object.key, prefix, delimiter);
      const shown = common ?? object.key;
      if (Buffer.compare(Buffer.from(shown), Buffer.from(after)) <= 0 || shown === prefixes.at(-1)) continue;
      if (objects.length + prefixes.length === Math.min(maxKeys, MOST_KEYS))
        return { objects, prefixes, next: tokenOf(last) };
      if (common === undefined) objects.push(object);
      else prefixes.push(common);
      last = shown;
    }
    return { objects, prefixes };
  }

  /** Throws NoSuchBucket. */
  private bucket(name: string): Bucket {
    const bucket = this.buckets.get(name);
    if (bucket !== undefined) return bucket;
    throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  }

  private authorize(caller: Caller, action: string, resource: string): void {
    const { identities, partition } = this.options;
    identities.authorize(caller, { action: `s3:${action}`, resource: `arn:${partition}:s3:::${resource}` });
  }
}

function keyOf(token: string): string {
  const key = Buffer.from(token, 'base64').toString();
  if (tokenOf(key) === token) return key;
  throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
}

/** The part of a key up to the first delimiter after the prefix. */
function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}
