import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { allowTexting } from './outbound-sms.js';
import type { RequestRecords } from './request-records.js';

export interface QuotaFunctions {
  readonly keepQuota: LambdaFunction;
  readonly askPerson: LambdaFunction;
  readonly closeRequest: LambdaFunction;
  readonly trackRequest: LambdaFunction;
}

/** Who gives out the fixed places of programmes, who passes one on when a request is closed, and who only looks at the line. */
export function allowQuota(records: RequestRecords, functions: QuotaFunctions): void {
  const { keepQuota, askPerson, closeRequest, trackRequest } = functions;
  records.readTowns(keepQuota);
  records.readRequests(keepQuota);
  records.readPeople(keepQuota);
  records.listAsks(keepQuota);
  records.answerAsks(keepQuota);
  records.recordTexts(keepQuota);
  records.keepQuotas(keepQuota, closeRequest);
  records.readQuotas(askPerson, trackRequest);
  allowTexting(keepQuota);
}
