import * as z from 'zod';
import { contactOfPhone } from './contact.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

const choicesSchema = z.object({
  optedOut: z.boolean().default(false),
  /** Requests about which this number wants no texts. */
  muted: z.set(z.string()).default(new Set()),
  /** Of the staff: notices that need no answer once a day. */
  summary: z.boolean().default(false),
});
export type Choices = z.infer<typeof choicesSchema>;

/** The choices of each number about the texts it gets; the key shows no number. */
export class ChoiceStore {
  constructor(private readonly table: Table) {}

  async of(town: string, phone: string): Promise<Choices> {
    const { Item } = await this.table.get({ Key: keyOf(town, phone) });
    return choicesSchema.parse(Item ?? {});
  }

  async optOut(town: string, phone: string): Promise<void> {
    await this.change(town, phone, 'SET optedOut = :yes', { ':yes': true });
  }

  /** All texts again, also those about single requests. */
  async optIn(town: string, phone: string): Promise<void> {
    await this.change(town, phone, 'REMOVE optedOut, muted');
  }

  async mute(town: string, phone: string, request: string): Promise<void> {
    await this.change(town, phone, 'ADD muted :request', { ':request': new Set([request]) });
  }

  async unmute(town: string, phone: string, request: string): Promise<void> {
    await this.change(town, phone, 'DELETE muted :request', { ':request': new Set([request]) });
  }

  async summarize(town: string, phone: string, daily: boolean): Promise<void> {
    await (daily
      ? this.change(town, phone, 'SET summary = :yes', { ':yes': true })
      : this.change(town, phone, 'REMOVE summary'));
  }

  private async change(
    town: string,
    phone: string,
    UpdateExpression: string,
    ExpressionAttributeValues?: Record<string, unknown>,
  ): Promise<void> {
    const Key = keyOf(town, phone);
    await this.table.update({ Key, UpdateExpression, ExpressionAttributeValues });
  }
}

const keyOf = (town: string, phone: string) => ({
  pk: key(town, 'phone', contactOfPhone(town, phone)),
  sk: 'choice',
});
