import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { callJson } from '@small-grid/local-cloud/testing';
import * as z from 'zod';
import type { TownStory } from './town-story.js';

const ADMINISTRATOR = 'administrator';

/** Where it is hosted, and which table it has. */
interface Stored {
  readonly cloud: { readonly endpoint: string };
  output(name: string): string;
}

const client = (town: Stored) => ({
  endpoint: town.cloud.endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: ADMINISTRATOR, secretAccessKey: 'local' },
});

export interface StoredItem {
  readonly pk: string;
  readonly sk: string;
  /** The whole item, its index keys too: an index holds nothing that its item does not. */
  readonly text: string;
}

/** How every picture begins in the text of its item: within other base64 these four may stand by chance. */
export const STORED_JPEG = '"/9j/';

/** Every item of the table, pictures as base64. */
export async function everyItem(town: Stored): Promise<StoredItem[]> {
  const dynamodb = new DynamoDBClient(client(town));
  const items: StoredItem[] = [];
  for await (const { Items = [] } of paginateScan(
    { client: dynamodb },
    { TableName: town.output('TableName') },
  ))
    for (const item of Items) {
      const plain = unmarshall(item);
      const text = JSON.stringify(plain, (_, value: unknown) =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('base64')
          : value instanceof Set
            ? [...value]
            : value,
      );
      items.push({ pk: String(plain['pk']), sk: String(plain['sk']), text });
    }
  dynamodb.destroy();
  return items;
}

/** Messages that lie in any queue, in flight or not. */
export async function messagesQueued(town: TownStory): Promise<number> {
  const listed = await callJson(town.cloud, 'AmazonSQS.ListQueues', {}, ADMINISTRATOR);
  const { QueueUrls } = z.object({ QueueUrls: z.array(z.string()).min(1) }).parse(listed.body);
  let messages = 0;
  for (const QueueUrl of QueueUrls) {
    const asked = { QueueUrl, AttributeNames: ['All'] };
    const { body } = await callJson(town.cloud, 'AmazonSQS.GetQueueAttributes', asked, ADMINISTRATOR);
    const { Attributes } = attributesSchema.parse(body);
    messages += Number(Attributes.ApproximateNumberOfMessages);
    messages += Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  }
  return messages;
}

const attributesSchema = z.object({
  Attributes: z.object({
    ApproximateNumberOfMessages: z.string(),
    ApproximateNumberOfMessagesNotVisible: z.string(),
  }),
});

/** Where one of these values stands: keys of items, `histories and logs`, `queues`. */
export async function remains(town: TownStory, values: readonly string[]): Promise<string[]> {
  const items = (await everyItem(town)).filter(({ text }) => values.some((value) => text.includes(value)));
  for (const value of values) town.typed.add(value);
  const leaks = await town.leaks();
  return [
    ...items.map(({ pk, sk }) => `${pk} ${sk}`),
    ...(leaks.length > 0 ? ['histories and logs'] : []),
    ...((await messagesQueued(town)) > 0 ? ['queues'] : []),
  ];
}
