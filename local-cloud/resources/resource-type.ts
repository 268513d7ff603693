import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import type { Json } from '../assembly/json.js';
import type { Template } from '../assembly/template.js';
import type { Host } from './host.js';

/** Where a resource is deployed. */
export interface ResourceContext {
  readonly host: Host;
  readonly stackName: string;
  readonly logicalId: string;
  /** The given name, or one made of stack and logical id, at most so long. */
  readonly name: (given: string | undefined, maxLength: number) => string;
  /** `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` */
  readonly arn: (service: string, resource: string) => string;
  /** Absolute path of an asset by its S3 key. */
  readonly asset: (key: string) => string;
  /** Deploys a template as a stack below this one, with these parameters; answers its ARN and its outputs. */
  readonly nest: (
    template: Template,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<{ readonly arn: string; readonly outputs: Readonly<Record<string, string>> }>;
}

/** The values of Ref and Fn::GetAtt for a deployed resource. */
export interface DeployedResource {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, Json>>;
}

/** One CloudFormation resource type: one file each, in one registry. */
export interface ResourceType {
  readonly type: string;
  /** The local cloud's support for it, for the table in the documentation. */
  readonly support: string;
  /**
   * Of what is kept from one deployment to the next: with the same properties it is not touched again, as
   * CloudFormation does not; what the template has no more is removed by this.
   */
  readonly remove?: ((ref: string, host: Host) => Promise<void>) | undefined;
  deploy(properties: Json, context: ResourceContext): Promise<DeployedResource>;
}

/** A resource type whose properties are read by a schema; properties it does not name are of no effect locally. */
export function resourceType<Properties>(definition: {
  readonly type: string;
  readonly support: string;
  readonly properties: z.ZodType<Properties>;
  readonly deploy: (
    properties: Properties,
    context: ResourceContext,
  ) => Promise<DeployedResource> | DeployedResource;
  readonly remove?: ResourceType['remove'];
}): ResourceType {
  const { type, support, properties: schema, deploy, remove } = definition;
  return {
    type,
    support,
    remove,
    deploy: async (properties, context) => {
      const parsed = schema.safeParse(properties);
      if (!parsed.success) throw new AssemblyError(z.prettifyError(parsed.error));
      return deploy(parsed.data, context);
    },
  };
}
