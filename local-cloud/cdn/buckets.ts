import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A file of a deployment as it lies in a bucket: read where it is, so that one that is replaced there is served as it is then. */
export interface StoredFile {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A bucket's answer for a key; undefined where it has nothing of that name. */
export interface StoredObject {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A bucket of files that deployments put there. No client can reach it but by a distribution. */
export class Bucket {
  private readonly files = new Map<string, StoredFile>();

  put(key: string, file: StoredFile): void {
    this.files.set(key, file);
  }

  async get(key: string): Promise<StoredObject | undefined> {
    const file = this.files.get(key);
    const body = file && (await readFile(file.path).catch(() => undefined));
    if (file === undefined || body === undefined) return undefined;
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    return { headers: { ...file.headers, etag }, body };
  }
}
