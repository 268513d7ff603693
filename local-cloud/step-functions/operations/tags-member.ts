import { AwsError } from '../../errors/aws-error.js';
import { isJsonArray, isJsonObject, toJson } from '../../states-language/json.js';
import type { MachineRecord } from '../records.js';
import { requiredArn, requiredText } from '../request-members.js';
import type { Service } from './operation.js';

/** A resource has at most 50 tags (API reference). */
const MOST_TAGS = 50;

export type Tags = Readonly<Record<string, string>>;

/** Reads `tags`, a list of `{key, value}`; undefined when it is absent. */
export function tagsIn(input: Readonly<Record<string, unknown>>): Tags | undefined {
  if (input.tags === undefined || input.tags === null) return undefined;
  const given = toJson(input.tags);
  if (!isJsonArray(given))
    throw new AwsError('SerializationException', "The member 'tags' has the wrong type");
  return Object.fromEntries(
    given.map((tag) => {
      const members = isJsonObject(tag) ? tag : {};
      return [requiredText(members, 'key', 1, 128), requiredText(members, 'value', 0, 256)];
    }),
  );
}

/** Throws TooManyTags. */
export function checkTagCount(tags: Tags, resourceArn: string): void {
  if (Object.keys(tags).length > MOST_TAGS) {
    throw new AwsError('TooManyTags', `Resource '${resourceArn}' can have at most ${MOST_TAGS} tags`);
  }
}

/** The machine that `resourceArn` names; rejects with ResourceNotFound. */
export async function taggedMachine(
  input: Readonly<Record<string, unknown>>,
  { machines }: Pick<Service, 'machines'>,
): Promise<MachineRecord> {
  const arn = requiredArn(input, 'resourceArn');
  const machine = await machines.find(arn);
  if (machine === undefined) throw new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);
  return machine;
}
