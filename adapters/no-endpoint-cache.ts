/**
 * Where the SDK keeps endpoints that DynamoDB names when it is asked for them, which `AWS_ENABLE_ENDPOINT_DISCOVERY`
 * turns on and no function has: `tools/bundle.ts` puts this module in the place of the SDK's.
 */
export class EndpointCache {
  constructor(readonly capacity: number) {}

  get(): never {
    throw new Error('functions discover no endpoints of DynamoDB');
  }
}
