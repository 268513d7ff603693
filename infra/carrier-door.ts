import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { InboundSms } from './inbound-sms.js';
import type { RequestRecords } from './request-records.js';
import type { MakeFunction } from './town-function.js';

export interface CarrierDoorProps {
  readonly make: MakeFunction;
  readonly api: HttpApi;
  readonly records: RequestRecords;
  /** Where texts go from here. */
  readonly inbound: InboundSms;
}

/** The door for carriers outside AWS: an address of each town's own, behind which a text joins those that AWS brings. */
export class CarrierDoor extends Construct {
  constructor(scope: Construct, id: string, { make, api, records, inbound }: CarrierDoorProps) {
    super(scope, id);
    const { tableName: table } = records;
    const door = make('receive-carrier-text', { table, inboundTopic: inbound.topicArn });
    const integration = new HttpLambdaIntegration('ReceiveCarrierText', door);
    api.addRoutes({ path: '/carrier/{secretPath}', methods: [HttpMethod.POST], integration });
    records.readTowns(door);
    records.knowCarriers(door);
    inbound.allowHandingOver(door);
  }
}
