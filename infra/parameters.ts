import { CfnParameter, type Stack } from 'aws-cdk-lib';

const parameter = (stack: Stack, name: string, description: string, value = ''): string =>
  new CfnParameter(stack, name, { default: value, description }).valueAsString;

/** What a deployment is told, by the names that functions know it by. */
export const parametersOf = (stack: Stack) => ({
  issuer: parameter(
    stack,
    'OidcIssuer',
    'The OpenID Connect issuer that signs people in to the console; empty for no console',
  ),
  audience: parameter(
    stack,
    'OidcAudience',
    'The client id of the console at that issuer; the audience of its tokens',
    'small-grid-console',
  ),
  issuerOrigins: parameter(
    stack,
    'OidcOrigins',
    "Further origins of the issuer, separated by spaces, where its token endpoint is elsewhere (Cognito's is)",
  ),
  awsAccount: parameter(
    stack,
    'AwsConsoleAccount',
    'The account whose AWS console the pages link to; empty for no links',
  ),
});
