import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { KeyValueStore } from '../storage/key-value-store.js';

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** A file of a deployment as it lies in a bucket: read where it is, so that one that is replaced there is served as it is then. */
export interface StoredFile {
  readonly path: string;
  readonly headers: Headers;
}

/** A bucket's answer for a key. */
export interface StoredObject {
  readonly headers: Headers;
  readonly body: Buffer;
  /** Epoch milliseconds, whole seconds. */
  readonly modifiedAt: number;
}

/** An object without its body, as a list tells it. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/** An object that was written, as it is stored beside its body. */
interface WrittenObject extends Omit<ListedObject, 'key'> {
  readonly headers: Headers;
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;
const wholeSeconds = (at: number): number => Math.floor(at / 1000) * 1000;
const bytewise = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * A bucket: files that deployments put there, in memory, and objects that were written, in the store. Of a name that
 * both have, the written one counts.
 */
export class Bucket {
  private readonly files = new Map<string, StoredFile>();

  constructor(
    readonly name: string,
    private readonly store: KeyValueStore,
  ) {}

  deploy(key: string, file: StoredFile): void {
    this.files.set(key, file);
  }

  async put(key: string, body: Buffer, headers: Headers, at: number): Promise<ListedObject> {
    const told = { etag: etagOf(body), size: body.length, modifiedAt: wholeSeconds(at) };
    const written: WrittenObject = { ...told, headers };
    await this.store.batch([
      { key: this.objects + key, value: JSON.stringify(written) },
      { key: this.bodies + key, value: body.toString('base64') },
    ]);
    return { key, ...told };
  }

  /** Undefined where it has nothing of that name. */
  async get(key: string): Promise<StoredObject | undefined> {
    const [written, text] = await Promise.all([
      this.store.get(this.objects + key),
      this.store.get(this.bodies + key),
    ]);
    if (written === undefined || text === undefined) return this.deployed(key);
    const { headers, etag, modifiedAt } = read(written);
    return { headers: { ...headers, etag }, body: Buffer.from(text, 'base64'), modifiedAt };
  }

  /** All whose keys begin so, in the order of their keys' bytes. */
  async list(prefix: string): Promise<readonly ListedObject[]> {
    const found = new Map<string, ListedObject>();
    for (const key of this.files.keys()) {
      const file = key.startsWith(prefix) ? await this.deployed(key) : undefined;
      if (file === undefined) continue;
      const { body, headers, modifiedAt } = file;
      found.set(key, { key, etag: headers['etag'] ?? '', size: body.length, modifiedAt });
    }
    const range = { from: this.objects + prefix, to: `${this.objects.slice(0, -1)}0` };
    for await (const [stored, text] of this.store.range(range)) {
      const key = stored.slice(this.objects.length);
      if (!key.startsWith(prefix)) break;
      const { etag, size, modifiedAt } = read(text);
      found.set(key, { key, etag, size, modifiedAt });
    }
    return [...found.values()].toSorted((a, b) => bytewise(a.key, b.key));
  }

  private async deployed(key: string): Promise<StoredObject | undefined> {
    const file = this.files.get(key);
    if (file === undefined) return undefined;
    try {
      const [body, { mtimeMs }] = await Promise.all([readFile(file.path), stat(file.path)]);
      return {
        headers: { ...file.headers, etag: etagOf(body) },
        body,
        modifiedAt: wholeSeconds(mtimeMs),
      };
    } catch {
      return undefined;
    }
  }

  /** No bucket has a `/` in its name. */
  private get objects(): string {
    return `s3/object/${this.name}/`;
  }

  private get bodies(): string {
    return `s3/body/${this.name}/`;
  }
}

/** Reads a record of this class. */
function read(text: string): WrittenObject {
  const written: WrittenObject = JSON.parse(text);
  return written;
}
