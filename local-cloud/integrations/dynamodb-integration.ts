import * as z from 'zod';
import { isJsonObject, parseJson } from '../assembly/json.js';
import { AwsError } from '../aws/aws-error.js';
import type { DynamoDbService } from '../dynamodb/dynamodb-service.js';
import type { Integration, IntegratedService } from './integrate.js';

const errorSchema = z.object({ __type: z.string(), message: z.string().default('') });

/** `dynamodb:getItem` and its like; `query` through `aws-sdk:dynamodb` only. */
export function dynamoDbIntegration(dynamoDb: DynamoDbService): IntegratedService {
  const action =
    (operation: string): Integration =>
    async (call, caller) => {
      const { status, body } = await dynamoDb.call(operation, JSON.stringify(call.arguments), caller);
      const output = parseJson(body);
      if (status < 400) return isJsonObject(output) ? output : {};
      const { __type: type, message } = errorSchema.parse(output);
      throw new AwsError(type.split('#').at(-1) ?? type, message, status);
    };
  return {
    errors: { prefix: 'DynamoDB', service: 'AmazonDynamoDBv2', base: 'AmazonDynamoDBException' },
    sdkPrefix: 'DynamoDb',
    actions: {
      getItem: action('GetItem'),
      putItem: action('PutItem'),
      updateItem: action('UpdateItem'),
      deleteItem: action('DeleteItem'),
      query: action('Query'),
    },
  };
}
