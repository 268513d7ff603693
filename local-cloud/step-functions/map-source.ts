import { isJsonArray, isJsonObject, present, toJson, type Json } from '../states-language/json.js';
import type { Integrate, IntegrationCall } from './ports.js';

/** An object as an item: its moment as seconds of the epoch, and `Etag`, recorded on AWS by LocalStack. */
function listed(object: Json): Json {
  if (!isJsonObject(object)) return object;
  const { ETag, Key, LastModified, Size, StorageClass } = object;
  const seconds = typeof LastModified === 'string' ? Date.parse(LastModified) / 1000 : LastModified;
  return present({ Etag: ETag, Key, LastModified: seconds, Size, StorageClass });
}

/** Reads for a Distributed Map: the text of an object, or all that a bucket lists, page by page. */
export async function readSource(call: IntegrationCall, integrate: Integrate): Promise<Json> {
  const given = toJson(call.arguments);
  const args = isJsonObject(given) ? given : {};
  const objects: Json[] = [];
  for (let page: Json | undefined = args; page !== undefined;) {
    const answer = toJson(await integrate({ ...call, arguments: page }));
    const { Body, Contents, NextContinuationToken: token } = isJsonObject(answer) ? answer : {};
    if (call.action === 'getObject') return Body ?? null;
    for (const object of isJsonArray(Contents) ? Contents : []) objects.push(listed(object));
    page = token === undefined ? undefined : { ...args, ContinuationToken: token };
  }
  return objects;
}
