import { CfnParameter, Stack } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ConsoleRoutes } from '../functions/console/console-routes.js';

const METHODS: Readonly<Record<string, HttpMethod>> = HttpMethod;

/** The console's part of the API: every call needs a token of the issuer that the deployment names. */
export class ConsoleApi extends Construct {
  readonly issuer: string;
  readonly audience: string;
  private readonly authorizer: HttpJwtAuthorizer;

  constructor(
    scope: Construct,
    id: string,
    private readonly api: HttpApi,
  ) {
    super(scope, id);
    this.issuer = parameter(this, 'OidcIssuer', {
      // Nobody can sign in until the deployment says who signs people in: names under `invalid` lead nowhere (RFC 2606).
      default: 'https://sign-in.invalid',
      description: 'The OpenID Connect issuer that signs people in to the console',
    });
    this.audience = parameter(this, 'OidcAudience', {
      default: 'small-grid-console',
      description: 'The client id of the console at that issuer; the audience of its tokens',
    });
    this.authorizer = new HttpJwtAuthorizer('SignedIn', this.issuer, { jwtAudience: [this.audience] });
  }

  /** Routes for whoever signed in; the function says what each asks of them. */
  guard(id: string, target: LambdaFunction, routes: ConsoleRoutes): void {
    const integration = new HttpLambdaIntegration(id, target);
    for (const route of Object.keys(routes)) {
      const [method = '', path = ''] = route.split(' ');
      this.api.addRoutes({
        path,
        methods: [METHODS[method] ?? HttpMethod.ANY],
        integration,
        authorizer: this.authorizer,
      });
    }
  }

  /** Pages that hold nothing of any town. */
  open(id: string, target: LambdaFunction, paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(id, target);
    for (const path of paths) this.api.addRoutes({ path, methods: [HttpMethod.GET], integration });
  }
}

/** A parameter of the stack by exactly this name, whichever construct asks for it. */
export const parameter = (
  scope: Construct,
  name: string,
  props: { readonly default: string; readonly description: string },
): string => new CfnParameter(Stack.of(scope), name, props).valueAsString;
