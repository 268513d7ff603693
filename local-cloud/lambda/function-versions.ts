import { randomUUID } from 'node:crypto';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { KeyedQueue } from '../storage/keyed-queue.js';
import type { FunctionConfig } from './function-config.js';
import { isFunctionVersion, LATEST } from './function-reference.js';
import type { KeptCode } from './kept-code.js';

const configSchema = z.object({
  roleArn: z.string(),
  handler: z.string(),
  exportName: z.string(),
  environment: z.record(z.string(), z.string()),
  timeoutSeconds: z.number(),
  memoryMegabytes: z.number(),
});

const versionSchema = z.object({
  functionArn: z.string(),
  number: z.number(),
  description: z.string(),
  /** Epoch milliseconds. */
  publishedAt: z.number(),
  config: configSchema,
  /** Names the content of its code; `folder` is where that stays, `module` the module within. */
  codeKey: z.string(),
  folder: z.string(),
  module: z.string(),
  /** Where host, APIs and issuer listened: a variable with such an address, a queue's for instance, moves along. */
  addresses: z.record(z.string(), z.string()),
});

/** A published version: the code and the settings of that time. */
export type FunctionVersion = z.infer<typeof versionSchema>;

const aliasSchema = z.object({
  functionArn: z.string(),
  name: z.string(),
  description: z.string(),
  version: z.string(),
  /** A second version, which gets this share of the calls, of 1. */
  second: z.object({ version: z.string(), share: z.number() }).optional(),
  revision: z.string(),
});

export type FunctionAlias = z.infer<typeof aliasSchema>;
export type AliasTarget = Pick<FunctionAlias, 'version' | 'second' | 'description'>;

/** Of one function; the oldest go first, unless an alias leads there. AWS keeps all, in 75 GB. */
const MOST_KEPT = 5;

const VERSIONS = 'lambda/version/';
const ALIASES = 'lambda/alias/';
/** The highest number a function's versions were given. */
const COUNTS = 'lambda/published/';

export const versionArn = ({ functionArn, number }: FunctionVersion) => `${functionArn}:${number}`;
export const aliasArn = ({ functionArn, name }: FunctionAlias) => `${functionArn}:${name}`;

export interface VersionsOptions {
  readonly store: KeyValueStore;
  readonly code: KeptCode;
  readonly now: () => number;
  /** Where each HTTP API listens in this life of the host, by its id, and where the issuer and the host itself do. */
  readonly addresses: () => Readonly<Record<string, string>>;
}

/** The published versions and the aliases of all functions, as they are stored. */
export class FunctionVersions {
  private readonly versions = new Map<string, FunctionVersion>();
  private readonly aliases = new Map<string, FunctionAlias>();
  private readonly queue = new KeyedQueue();

  constructor(private readonly options: VersionsOptions) {}

  /** Takes up what earlier lives of the host published. */
  async load(): Promise<void> {
    const { store } = this.options;
    for await (const [, text] of store.range({ from: VERSIONS, to: `${VERSIONS}\uffff` })) {
      const version = versionSchema.parse(JSON.parse(text));
      this.versions.set(versionArn(version), version);
    }
    for await (const [, text] of store.range({ from: ALIASES, to: `${ALIASES}\uffff` })) {
      const alias = aliasSchema.parse(JSON.parse(text));
      this.aliases.set(aliasArn(alias), alias);
    }
  }

  find(arn: string): FunctionVersion | undefined {
    return this.versions.get(arn);
  }

  findAlias(arn: string): FunctionAlias | undefined {
    return this.aliases.get(arn);
  }

  /** Oldest first. */
  of(functionArn: string): readonly FunctionVersion[] {
    return [...this.versions.values()]
      .filter((version) => version.functionArn === functionArn)
      .sort((a, b) => a.number - b.number);
  }

  aliasesOf(functionArn: string): readonly FunctionAlias[] {
    return [...this.aliases.values()].filter((alias) => alias.functionArn === functionArn);
  }

  /** Publishes the function as it is now, under the next number. */
  publish(latest: FunctionConfig, description = ''): Promise<FunctionVersion> {
    return this.queue.run(latest.arn, () => this.publishNext(latest, description));
  }

  private async publishNext(latest: FunctionConfig, description: string): Promise<FunctionVersion> {
    const { store, code, now, addresses } = this.options;
    if (latest.code === undefined)
      throw new AwsError('InvalidParameterValueException', `Versions of ${latest.name} cannot be published`);
    const countKey = `${COUNTS}${latest.arn}`;
    const number = Number((await store.get(countKey)) ?? 0) + 1;
    const version: FunctionVersion = {
      functionArn: latest.arn,
      number,
      description,
      publishedAt: now(),
      config: configSchema.parse(latest),
      codeKey: latest.code.key,
      folder: await code.keep(latest.code),
      module: relative(latest.code.folder, latest.file),
      addresses: addresses(),
    };
    await store.batch([
      { key: countKey, value: String(number) },
      { key: `${VERSIONS}${versionArn(version)}`, value: JSON.stringify(version) },
    ]);
    this.versions.set(versionArn(version), version);
    await this.prune(latest.arn);
    return version;
  }

  private async prune(functionArn: string): Promise<void> {
    const aliases = this.aliasesOf(functionArn);
    for (const version of this.of(functionArn).slice(0, -MOST_KEPT))
      if (!aliases.some((alias) => leadsTo(alias, version))) await this.delete(versionArn(version));
  }

  /** The newest version, where nothing of the function has changed since. */
  unchanged(latest: FunctionConfig): FunctionVersion | undefined {
    const newest = this.of(latest.arn).at(-1);
    if (newest?.codeKey !== latest.code?.key) return undefined;
    return JSON.stringify(newest?.config) === JSON.stringify(configSchema.parse(latest)) ? newest : undefined;
  }

  /** Rejects with ResourceConflictException while an alias leads to it; what is not there is passed over. */
  async delete(arn: string): Promise<void> {
    const version = this.versions.get(arn);
    if (version === undefined) return;
    const holders = this.aliasesOf(version.functionArn).filter((alias) => leadsTo(alias, version));
    if (holders.length > 0) {
      const message = `Function version ${version.number} is referenced by the aliases ${holders.map(({ name }) => name).join(', ')}`;
      throw new AwsError('ResourceConflictException', message, 409);
    }
    await this.options.store.batch([{ key: `${VERSIONS}${arn}`, value: undefined }]);
    this.versions.delete(arn);
    const isShared = [...this.versions.values()].some(({ folder }) => folder === version.folder);
    if (!isShared) await this.options.code.drop(version.folder);
  }

  /** Of a function that is no more. Numbers are not used again, should it be made anew. */
  async deleteAll(functionArn: string): Promise<void> {
    for (const alias of this.aliasesOf(functionArn)) await this.deleteAlias(aliasArn(alias));
    for (const version of this.of(functionArn)) await this.delete(versionArn(version));
  }

  /** Throws ResourceNotFoundException for a version that is not there. */
  async saveAlias(functionArn: string, name: string, target: AliasTarget): Promise<FunctionAlias> {
    for (const wanted of [target.version, target.second?.version ?? target.version])
      if (wanted !== LATEST && !this.versions.has(`${functionArn}:${wanted}`))
        throw noSuchFunction(`${functionArn}:${wanted}`);
    const alias = { functionArn, name, ...target, revision: randomUUID() };
    await this.options.store.batch([{ key: `${ALIASES}${aliasArn(alias)}`, value: JSON.stringify(alias) }]);
    this.aliases.set(aliasArn(alias), alias);
    return alias;
  }

  async deleteAlias(arn: string): Promise<void> {
    await this.options.store.batch([{ key: `${ALIASES}${arn}`, value: undefined }]);
    this.aliases.delete(arn);
  }

  /**
   * A version as it is run. While the function's code is still that of the version it is taken from there, so that a
   * bundle which is replaced while one works on it is seen behind an alias too.
   */
  configOf(version: FunctionVersion, latest: FunctionConfig): FunctionConfig {
    const isCurrent = latest.code?.key === version.codeKey;
    const folder = isCurrent && latest.code !== undefined ? latest.code.folder : version.folder;
    return {
      ...version.config,
      environment: this.renewed(version),
      logicalId: latest.logicalId,
      name: latest.name,
      arn: versionArn(version),
      version: String(version.number),
      file: join(folder, version.module),
    };
  }

  private renewed({ config, addresses }: FunctionVersion): Readonly<Record<string, string>> {
    const now = this.options.addresses();
    const moved = Object.entries(addresses).filter(([id, url]) => now[id] !== undefined && now[id] !== url);
    if (moved.length === 0) return config.environment;
    return Object.fromEntries(
      Object.entries(config.environment).map(([name, value]) => [
        name,
        moved.reduce((text, [id, url]) => text.replaceAll(url, now[id] ?? url), value),
      ]),
    );
  }
}

const leadsTo = (alias: FunctionAlias, { number }: FunctionVersion) =>
  [alias.version, alias.second?.version].includes(String(number));

export const noSuchFunction = (reference: string) =>
  new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404);

/** Throws ValidationException for what cannot be the name of an alias. */
export function checkAliasName(name: string): string {
  if (/^[a-zA-Z0-9_-]{1,128}$/.test(name) && !isFunctionVersion(name)) return name;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)`,
  );
}
