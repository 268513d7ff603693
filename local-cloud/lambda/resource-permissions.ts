import { fitsWildcards } from '../iam/wildcards.js';

/** One `AWS::Lambda::Permission`. */
export interface FunctionPermission {
  readonly functionArn: string;
  readonly action: string;
  /** A service such as `apigateway.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn?: string | undefined;
}

const fitsArn = (pattern: string, arn: string) => {
  const wanted = pattern.split(':');
  const actual = arn.split(':');
  // The resource part may hold colons of its own; compare it as one.
  const head = wanted.slice(0, 5).every((part, index) => fitsWildcards(part, actual[index] ?? ''));
  return head && fitsWildcards(wanted.slice(5).join(':'), actual.slice(5).join(':'));
};

/** Which services may invoke which function, as the functions' own policies say. */
export class ResourcePermissions {
  private readonly granted: FunctionPermission[] = [];

  add(permission: FunctionPermission): void {
    this.granted.push(permission);
  }

  allows(functionArn: string, principal: string, sourceArn: string): boolean {
    return this.granted.some(
      (permission) =>
        permission.functionArn === functionArn &&
        permission.principal === principal &&
        fitsWildcards(permission.action, 'lambda:InvokeFunction', true) &&
        (permission.sourceArn === undefined || fitsArn(permission.sourceArn, sourceArn)),
    );
  }
}
