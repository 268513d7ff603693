import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';
import type { ConditionContext } from '../iam/conditions.js';
import type { AccessRequest } from '../iam/decide.js';
import type { TableCatalogue, TableInfo } from './table-catalogue.js';

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const array = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The text in `{"S": "x"}` (or N, B): what `dynamodb:LeadingKeys` compares. */
const scalar = (value: Json | undefined): readonly string[] =>
  Object.values(object(value)).flatMap((part) => (typeof part === 'string' ? [part] : []));

const EQUALITY = /([#\w.-]+)\s*=\s*(:\w+)/g;

/** The value that a key condition sets equal to the hash key. */
function queriedKey(input: JsonObject, hashKey: string): readonly string[] {
  const names = object(input['ExpressionAttributeNames']);
  const values = object(input['ExpressionAttributeValues']);
  for (const [, name = '', placeholder = ''] of text(input['KeyConditionExpression']).matchAll(EQUALITY)) {
    if ((name.startsWith('#') ? names[name] : name) === hashKey) return scalar(values[placeholder]);
  }
  const condition = object(object(input['KeyConditions'])[hashKey]);
  return array(condition['AttributeValueList']).flatMap(scalar);
}

function access(operation: string, resource: string, leadingKeys: readonly string[]): AccessRequest {
  const keys: ConditionContext = leadingKeys.length === 0 ? {} : { 'dynamodb:leadingkeys': leadingKeys };
  return { action: `dynamodb:${operation}`, resource, context: { 'aws:securetransport': ['true'], ...keys } };
}

function forItem(operation: string, table: TableInfo, input: JsonObject): AccessRequest {
  const item = object(input['Key'] ?? input['Item']);
  return access(operation, table.arn, scalar(item[table.hashKey]));
}

function forIndexRead(operation: string, table: TableInfo, input: JsonObject): AccessRequest {
  const index = text(input['IndexName']);
  if (index === '') return access(operation, table.arn, queriedKey(input, table.hashKey));
  return access(operation, `${table.arn}/index/${index}`, queriedKey(input, table.indexes.get(index) ?? ''));
}

function forBatchGet(input: JsonObject, tables: TableCatalogue): AccessRequest[] {
  return Object.entries(object(input['RequestItems'])).map(([name, request]) => {
    const table = tables.find(name);
    const keys = array(object(request)['Keys']).flatMap((key) => scalar(object(key)[table.hashKey]));
    return access('BatchGetItem', table.arn, keys);
  });
}

function forBatchWrite(input: JsonObject, tables: TableCatalogue): AccessRequest[] {
  return Object.entries(object(input['RequestItems'])).map(([name, requests]) => {
    const table = tables.find(name);
    const items = array(requests).map((request) => {
      const { PutRequest: put, DeleteRequest: remove } = object(request);
      return object(object(put)['Item'] ?? object(remove)['Key']);
    });
    return access(
      'BatchWriteItem',
      table.arn,
      items.flatMap((item) => scalar(item[table.hashKey])),
    );
  });
}

const TRANSACTED: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

function forTransaction(input: JsonObject, tables: TableCatalogue): AccessRequest[] {
  return array(input['TransactItems']).flatMap((item) =>
    Object.entries(object(item)).map(([kind, request]) => {
      const part = object(request);
      return forItem(TRANSACTED[kind] ?? kind, tables.find(text(part['TableName'])), part);
    }),
  );
}

/** The rights that a caller needs for one operation. */
export function requiredAccess(
  operation: string,
  input: JsonObject,
  tables: TableCatalogue,
): readonly AccessRequest[] {
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [forItem(operation, tables.find(text(input['TableName'])), input)];
    case 'Query':
    case 'Scan':
      return [forIndexRead(operation, tables.find(text(input['TableName'])), input)];
    case 'BatchGetItem':
      return forBatchGet(input, tables);
    case 'BatchWriteItem':
      return forBatchWrite(input, tables);
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return forTransaction(input, tables);
    case 'RestoreTableToPointInTime':
      return ['SourceTableName', 'TargetTableName'].map((member) =>
        access(operation, tables.find(text(input[member])).arn, []),
      );
    case 'ListTables':
      return [access(operation, '*', [])];
    default:
      return [access(operation, tables.find(text(input['TableName'])).arn, [])];
  }
}
