import { arnOf, lambda, ref, type Resources } from './sample-assembly.js';

/** An HTTP API whose integration `Integration` answers with the event it was given. */
export const echoApi: Resources = {
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
  },
  ...lambda('Http', 'http', [], { Environment: { Variables: {} } }),
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: ref('Api'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf('Http'),
      PayloadFormatVersion: '2.0',
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      FunctionName: arnOf('Http'),
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
    },
  },
};

export const route = (id: string, RouteKey: string, more: object = {}): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey,
      Target: { 'Fn::Join': ['', ['integrations/', ref('Integration')]] },
      ...more,
    },
  },
});

/** A route for whoever has a token that the authorizer `authorizer` takes. */
export const guarded = (id: string, routeKey: string, authorizer: string, scopes?: string[]): Resources =>
  route(id, routeKey, {
    AuthorizationType: 'JWT',
    AuthorizerId: ref(authorizer),
    ...(scopes === undefined ? {} : { AuthorizationScopes: scopes }),
  });

export const authorizer = (
  id: string,
  Issuer: unknown,
  Audience: readonly string[],
  source = '$request.header.Authorization',
): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: ref('Api'),
      AuthorizerType: 'JWT',
      Name: id,
      IdentitySource: [source],
      JwtConfiguration: { Issuer, Audience },
    },
  },
});
