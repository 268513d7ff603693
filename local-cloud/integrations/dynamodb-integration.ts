import * as z from 'zod';
import { AwsError } from '../errors/aws-error.js';
import { readJsonInput } from '../aws/json-protocol.js';
import type { DynamoDbService } from '../dynamodb/dynamodb-service.js';
import type { IntegrationCall } from '../step-functions/ports.js';
import type { Integration, IntegratedService } from './integrate.js';

const errorSchema = z.object({ __type: z.string(), message: z.string().default('') });

/** As they would go over the wire. Throws SerializationException. */
const argumentsOf = (call: IntegrationCall) => readJsonInput(JSON.stringify(call.arguments));

/** `dynamodb:getItem` and its like; `query` through `aws-sdk:dynamodb` only. */
export function dynamoDbIntegration(dynamoDb: DynamoDbService): IntegratedService {
  const action =
    (operation: string): Integration =>
    async (call, caller) => {
      const { status, output } = await dynamoDb.call(operation, argumentsOf(call), caller);
      // The machine's changes to it must not reach the stored item.
      if (status < 400) return structuredClone(output);
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
