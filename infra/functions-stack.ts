import { NestedStack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeclaredFunction } from '../functions/function-declaration.js';
import { TownFunction, type TownFunctionProps } from './town-function.js';

export interface FunctionsStackProps extends Omit<TownFunctionProps, 'declared'> {
  /** Those of its doors. */
  readonly declared: readonly DeclaredFunction[];
}

/** The functions of some doors, with roles, logs, routes and schedules: what belongs together changes together. */
export class FunctionsStack extends NestedStack {
  readonly functions: readonly TownFunction[];

  constructor(scope: Construct, id: string, { declared, ...shared }: FunctionsStackProps) {
    super(scope, id);
    this.functions = declared.map((one) => new TownFunction(this, { declared: one, ...shared }));
  }
}
