import { AwsError } from '../errors/aws-error.js';
import { readAcceptedDefinition } from '../states-language/definition/read-definition.js';
import type { Machine } from '../states-language/definition/machine.js';
import { KeyedQueue } from '../storage/keyed-queue.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { MachineRecord } from './records.js';
import { aliasesOf, machineKey, MACHINES, revisionKey, under, versionsOf } from './store-keys.js';

/** The state machines of the store. */
export class Machines {
  private readonly parsed = new Map<string, Promise<Machine>>();
  private readonly queue = new KeyedQueue();

  constructor(private readonly store: KeyValueStore) {}

  /** Makes what is done to one machine happen one thing after the other. */
  exclusively<Result>(arn: string, job: () => Promise<Result>): Promise<Result> {
    return this.queue.run(arn, job);
  }

  async find(arn: string): Promise<MachineRecord | undefined> {
    const text = await this.store.get(machineKey(arn));
    return text === undefined ? undefined : readRecord(text);
  }

  /** Rejects with StateMachineDoesNotExist. */
  async get(arn: string): Promise<MachineRecord> {
    const record = await this.find(arn);
    if (record === undefined)
      throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return record;
  }

  async save(record: MachineRecord): Promise<void> {
    await this.store.batch([
      { key: machineKey(record.arn), value: JSON.stringify(record) },
      { key: revisionKey(record.arn, record.revision), value: record.definition },
    ]);
  }

  /** With its versions and aliases. Its revisions stay: running executions go on with the text they began with. */
  async delete(arn: string): Promise<void> {
    const keys = [machineKey(arn)];
    for (const part of [versionsOf(arn), aliasesOf(arn)])
      for await (const [key] of this.store.range(under(part))) keys.push(key);
    await this.store.batch(keys.map((key) => ({ key, value: undefined })));
  }

  async all(): Promise<readonly MachineRecord[]> {
    const found: MachineRecord[] = [];
    for await (const [, text] of this.store.range(under(MACHINES))) found.push(readRecord(text));
    return found;
  }

  /** The text executions of this revision run. */
  async definitionText(machineArn: string, revision: string): Promise<string> {
    const text = await this.store.get(revisionKey(machineArn, revision));
    if (text === undefined) throw new Error(`The store has no revision '${revision}' of ${machineArn}`);
    return text;
  }

  async definition(machineArn: string, revision: string): Promise<Machine> {
    const key = revisionKey(machineArn, revision);
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const machine = this.definitionText(machineArn, revision).then(readAcceptedDefinition);
    this.parsed.set(key, machine);
    // A definition that could not be read is asked for again.
    machine.catch(() => this.parsed.delete(key));
    return machine;
  }
}

/** Reads a record of this class. */
function readRecord(text: string): MachineRecord {
  const record: MachineRecord = JSON.parse(text);
  return record;
}
