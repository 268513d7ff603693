import { AwsError } from '../errors/aws-error.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { isVersionNumber, splitQualifier } from './names.js';
import type { AliasRecord, MachineRecord, VersionRecord } from './records.js';
import { aliasesOf, aliasKey, machineKey, under, versionKey, versionsOf } from './store-keys.js';

/** Of one machine (service quotas). */
const MOST_VERSIONS = 1_000;
const MOST_ALIASES = 100;

/** The id of a machine's revision as AWS tells it: the one it was created with has none. */
export function revisionId(machine: MachineRecord | undefined, revision: string): string | undefined {
  if (machine === undefined) return revision;
  const isFirst =
    machine.firstRevision === undefined
      ? machine.updatedAt === undefined
      : machine.firstRevision === revision;
  return isFirst ? undefined : revision;
}

function quotaExceeded(what: string, most: number): AwsError {
  return new AwsError('ServiceQuotaExceededException', `A state machine can have at most ${most} ${what}`);
}

/** The versions and aliases of the store. What changes them goes through the queue of their machine. */
export class Versions {
  constructor(private readonly store: KeyValueStore) {}

  async find(arn: string): Promise<VersionRecord | undefined> {
    const { machineArn, qualifier = '' } = splitQualifier(arn);
    if (!isVersionNumber(qualifier)) return undefined;
    const text = await this.store.get(versionKey(machineArn, Number(qualifier)));
    return text === undefined ? undefined : readVersion(text);
  }

  /** Newest first. */
  async of(machineArn: string): Promise<readonly VersionRecord[]> {
    const found: VersionRecord[] = [];
    for await (const [, text] of this.store.range({ ...under(versionsOf(machineArn)), reverse: true }))
      found.push(readVersion(text));
    return found;
  }

  /** A version of the machine's current revision: the one that is there, or a new one. */
  async publish(
    machine: MachineRecord,
    now: number,
    description: string | undefined,
  ): Promise<VersionRecord> {
    const all = await this.of(machine.arn);
    const known = all.find(({ revision }) => revision === machine.revision);
    if (known !== undefined) return known;
    if (all.length >= MOST_VERSIONS) throw quotaExceeded('versions', MOST_VERSIONS);
    const number = (machine.published ?? 0) + 1;
    const { arn: machineArn, revision, roleArn, loggingConfiguration, tracingConfiguration } = machine;
    const version: VersionRecord = {
      arn: `${machineArn}:${number}`,
      number,
      machineArn,
      revision,
      roleArn,
      loggingConfiguration,
      tracingConfiguration,
      ...(description === undefined ? {} : { description }),
      createdAt: now,
    };
    await this.store.batch([
      { key: versionKey(machineArn, number), value: JSON.stringify(version) },
      { key: machineKey(machineArn), value: JSON.stringify({ ...machine, published: number }) },
    ]);
    return version;
  }

  async delete({ machineArn, number }: VersionRecord): Promise<void> {
    await this.store.batch([{ key: versionKey(machineArn, number), value: undefined }]);
  }

  async findAlias(arn: string): Promise<AliasRecord | undefined> {
    const { machineArn, qualifier } = splitQualifier(arn);
    if (qualifier === undefined) return undefined;
    const text = await this.store.get(aliasKey(machineArn, qualifier));
    return text === undefined ? undefined : readAlias(text);
  }

  /** Rejects with ResourceNotFound. */
  async getAlias(arn: string): Promise<AliasRecord> {
    const alias = await this.findAlias(arn);
    if (alias === undefined) throw noSuchResource();
    return alias;
  }

  /** Newest first. */
  async aliasesOf(machineArn: string): Promise<readonly AliasRecord[]> {
    const found: AliasRecord[] = [];
    for await (const [, text] of this.store.range(under(aliasesOf(machineArn)))) found.push(readAlias(text));
    return found.sort((a, b) => b.createdAt - a.createdAt || a.name.localeCompare(b.name));
  }

  async addAlias(alias: AliasRecord): Promise<void> {
    if ((await this.aliasesOf(alias.machineArn)).length >= MOST_ALIASES)
      throw quotaExceeded('aliases', MOST_ALIASES);
    await this.saveAlias(alias);
  }

  async saveAlias(alias: AliasRecord): Promise<void> {
    const value = JSON.stringify(alias);
    await this.store.batch([{ key: aliasKey(alias.machineArn, alias.name), value }]);
  }

  async deleteAlias({ machineArn, name }: AliasRecord): Promise<void> {
    await this.store.batch([{ key: aliasKey(machineArn, name), value: undefined }]);
  }
}

/** In AWS's words. */
export function noSuchResource(): AwsError {
  return new AwsError('ResourceNotFound', 'Request references a resource that does not exist.');
}

/** Reads a record of this class. */
function readVersion(text: string): VersionRecord {
  const record: VersionRecord = JSON.parse(text);
  return record;
}

function readAlias(text: string): AliasRecord {
  const record: AliasRecord = JSON.parse(text);
  return record;
}
