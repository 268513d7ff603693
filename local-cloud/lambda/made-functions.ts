import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import type { MadeResources } from '../storage/made-resources.js';
import type { FunctionConfig } from './function-config.js';
import type { LambdaService } from './lambda-service.js';
import { moduleFile } from './module-file.js';

const madeSchema = z.object({
  name: z.string(),
  arn: z.string(),
  roleArn: z.string(),
  handler: z.string(),
  environment: z.record(z.string(), z.string()),
  timeoutSeconds: z.number(),
  memoryMegabytes: z.number(),
  /** The code as it was sent: a zip file in base64. */
  zip: z.string(),
});

export type MadeFunction = z.infer<typeof madeSchema>;

/** Of a package, unzipped, as on AWS. */
const MOST_BYTES = 250 * 1024 * 1024;

const unreadable = (): AwsError =>
  new AwsError(
    'InvalidParameterValueException',
    'Could not unzip uploaded file. Please check your file, then try to upload again.',
  );

/** Unzips into the folder; a name that leads out of it is an error. */
function unzip(zip: string, folder: string): void {
  let size = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(Buffer.from(zip, 'base64'), {
      filter: ({ originalSize }) => (size += originalSize) <= MOST_BYTES,
    });
  } catch {
    throw unreadable();
  }
  if (size > MOST_BYTES)
    throw new AwsError(
      'InvalidParameterValueException',
      `Unzipped size must be smaller than ${MOST_BYTES} bytes`,
    );
  for (const [name, bytes] of Object.entries(files)) {
    if (/(?:^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$))/.test(name)) throw unreadable();
    const path = join(folder, name);
    if (name.endsWith('/')) mkdirSync(path, { recursive: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
}

/** Functions that clients make by a call: their code is kept, and unzipped into a folder at every start. */
export class MadeFunctions {
  private readonly folders = new Map<string, string>();

  constructor(
    private readonly lambda: LambdaService,
    private readonly made: MadeResources,
  ) {}

  async make(given: MadeFunction): Promise<FunctionConfig> {
    const config = this.host(given);
    await this.made.keep(given.name, given);
    return config;
  }

  /** Also one of the assembly, which is there again at the next start, and so are its versions. */
  async remove(name: string): Promise<void> {
    const { arn } = this.lambda.latest(name);
    await this.lambda.remove(name);
    if (this.folders.has(name)) await this.lambda.versions.deleteAll(arn);
    await this.made.forget(name);
    this.clear(name);
  }

  /** Brings back functions that clients made in an earlier life, and the assembly has not made since. */
  async resume(): Promise<void> {
    for (const value of await this.made.all()) {
      const made = madeSchema.parse(value);
      if (!this.lambda.functions().some(({ name }) => name === made.name)) this.host(made);
    }
  }

  close(): void {
    for (const name of this.folders.keys()) this.clear(name);
  }

  private host({ zip, ...given }: MadeFunction): FunctionConfig {
    const folder = mkdtempSync(join(tmpdir(), 'local-cloud-function-'));
    this.folders.set(given.name, folder);
    try {
      unzip(zip, folder);
      const config = {
        ...given,
        logicalId: given.name,
        code: { key: createHash('sha256').update(zip).digest('hex'), folder },
        ...moduleFile(folder, given.handler),
      };
      this.lambda.add(config);
      return config;
    } catch (error) {
      this.clear(given.name);
      if (error instanceof AwsError) throw error;
      throw new AwsError('InvalidParameterValueException', `The handler ${given.handler} is not in the code`);
    }
  }

  private clear(name: string): void {
    const folder = this.folders.get(name);
    this.folders.delete(name);
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
