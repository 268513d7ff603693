import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { RequestRecords } from './request-records.js';

export interface PhotosProps {
  readonly api: HttpApi;
  readonly records: RequestRecords;
  /** Keeps the photos of residents and of staff, and shows them to who holds the request's key. */
  readonly keepPhotos: LambdaFunction;
  /** Shows them to whoever is asked about the request. */
  readonly serveAsk: LambdaFunction;
  /** Says which there are. */
  readonly trackRequest: LambdaFunction;
}

/** Photos of requests: how they come in, and who sees them. */
export class Photos extends Construct {
  constructor(scope: Construct, id: string, props: PhotosProps) {
    super(scope, id);
    const { api, records, keepPhotos, serveAsk, trackRequest } = props;
    const keeper = new HttpLambdaIntegration('KeepPhotos', keepPhotos);
    const staff = new HttpLambdaIntegration('ShowPhotos', serveAsk);
    api.addRoutes({ path: '/requests/{id}/photos', methods: [HttpMethod.POST], integration: keeper });
    api.addRoutes({ path: '/asks/{id}/photos', methods: [HttpMethod.POST], integration: keeper });
    api.addRoutes({
      path: '/requests/{id}/photos/{photo}',
      methods: [HttpMethod.GET],
      integration: keeper,
    });
    api.addRoutes({ path: '/asks/{id}/photos/{photo}', methods: [HttpMethod.GET], integration: staff });
    records.readDirectory(keepPhotos);
    records.saveRequests(keepPhotos);
    records.keepPhotos(keepPhotos);
    records.checkLinks(keepPhotos);
    records.keepWorkPhotos(keepPhotos);
    records.listWorkPhotos(serveAsk, trackRequest);
    records.showPhotos(serveAsk);
  }
}
