import { createHash } from 'node:crypto';
import { AssemblyError } from '../assembly/assembly-error.js';
import { deploymentOrder } from '../assembly/deployment-order.js';
import { resolveIntrinsics, type Scope } from '../assembly/intrinsics.js';
import { isJsonObject, type Json } from '../assembly/json.js';
import type { Stack } from '../assembly/read-assembly.js';
import type { TemplateResource } from '../assembly/template.js';
import type { Host } from './host.js';
import type { KeptResource } from './kept-resources.js';
import { RESOURCE_TYPES } from './registry.js';
import { servedText } from './served-text.js';
import type { DeployedResource, ResourceContext, ResourceType } from './resource-type.js';

export interface DeployOptions {
  readonly host: Host;
  readonly assets: ReadonlyMap<string, string>;
  /** Values of parameters, in place of their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values that stacks deployed before export; this one's are added. */
  readonly exports: Map<string, Json>;
}

/** Cut to length with a hash of the whole, so that two long names stay two. */
function fit(name: string, maxLength: number): string {
  if (name.length <= maxLength) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, maxLength - 9)}-${hash}`;
}

class StackDeployment implements Scope {
  private readonly deployed = new Map<string, DeployedResource>();
  private before: ReadonlyMap<string, KeptResource> = new Map();

  constructor(
    private readonly stack: Stack,
    private readonly options: DeployOptions,
  ) {}

  async deploy(): Promise<Readonly<Record<string, string>>> {
    const { Resources } = this.stack.template;
    this.before = await this.options.host.keptResources.of(this.stack.name);
    for (const logicalId of deploymentOrder(Resources)) {
      const resource = Resources[logicalId];
      if (resource !== undefined && this.isWanted(resource.Condition))
        await this.deployResource(logicalId, resource);
    }
    await this.removeOthers();
    return this.outputs();
  }

  ref(name: string): Json | undefined {
    return this.pseudoParameter(name) ?? this.deployed.get(name)?.ref ?? this.parameter(name);
  }

  attribute(logicalId: string, name: string): Json | undefined {
    return this.deployed.get(logicalId)?.attributes[name];
  }

  condition(name: string): Json | undefined {
    return this.stack.template.Conditions[name];
  }

  mapping(map: string, key: string, name: string): Json | undefined {
    const found = this.stack.template.Mappings[map];
    const row = isJsonObject(found) ? found[key] : undefined;
    return isJsonObject(row) ? row[name] : undefined;
  }

  exported(name: string): Json | undefined {
    return this.options.exports.get(JSON.stringify(name));
  }

  private pseudoParameter(name: string): string | undefined {
    const { region, accountId, partition } = this.options.host;
    const values: Readonly<Record<string, string>> = {
      'AWS::Region': region,
      'AWS::AccountId': accountId,
      'AWS::Partition': partition,
      'AWS::StackName': this.stack.name,
      'AWS::StackId': this.arn('cloudformation', `stack/${this.stack.name}/local`),
      'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    };
    return values[name];
  }

  private parameter(name: string): Json | undefined {
    const parameter = this.stack.template.Parameters[name];
    return parameter === undefined ? undefined : (this.options.parameters[name] ?? parameter.Default);
  }

  private isWanted(condition: string | undefined): boolean {
    return condition === undefined || resolveIntrinsics({ Condition: condition }, this) === true;
  }

  private async deployResource(logicalId: string, resource: TemplateResource): Promise<void> {
    const { Type } = resource;
    const type = RESOURCE_TYPES.get(Type);
    if (type === undefined)
      throw new AssemblyError(`${logicalId}: the resource type ${Type} is not supported by the local cloud`);
    try {
      this.deployed.set(logicalId, await this.deployAs(type, logicalId, resource));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AssemblyError(`${logicalId} (${Type}): ${reason}`, { cause: error });
    }
  }

  /** One that is kept between deployments is left as it is where the template says the same of it as last time. */
  private async deployAs(
    type: ResourceType,
    logicalId: string,
    { Type, Properties, DeletionPolicy }: TemplateResource,
  ): Promise<DeployedResource> {
    const properties = servedText(resolveIntrinsics(Properties, this), this.options.host);
    if (type.remove === undefined) return type.deploy(properties, this.context(logicalId));
    const before = this.before.get(logicalId);
    const text = JSON.stringify(properties);
    const isSame = before?.type === Type && before.properties === text;
    const deployed = isSame ? before : await type.deploy(properties, this.context(logicalId));
    const isRetained = DeletionPolicy?.startsWith('Retain') ?? false;
    const { ref, attributes } = deployed;
    const kept = { type: Type, properties: text, ref, attributes, isRetained };
    await this.options.host.keptResources.keep(this.stack.name, logicalId, kept);
    return kept;
  }

  /** Resources of the last deployment that this one lacks. By type: an alias goes before its version. */
  private async removeOthers(): Promise<void> {
    const { host } = this.options;
    const others = [...this.before].filter(([id, { ref }]) => this.deployed.get(id)?.ref !== ref);
    for (const [logicalId, { type, ref, isRetained }] of others.sort(([, a], [, b]) =>
      a.type.localeCompare(b.type),
    )) {
      const { UpdateReplacePolicy } = this.stack.template.Resources[logicalId] ?? {};
      const isReplaced = this.deployed.has(logicalId);
      const stays = isReplaced ? UpdateReplacePolicy?.startsWith('Retain') : isRetained;
      if (stays !== true)
        await RESOURCE_TYPES.get(type)
          ?.remove?.(ref, host)
          .catch((error: unknown) => host.warn(`${ref} could not be removed: ${String(error)}`));
      if (!isReplaced) await host.keptResources.forget(this.stack.name, logicalId);
    }
  }

  private context(logicalId: string): ResourceContext {
    const { host, assets } = this.options;
    return {
      host,
      stackName: this.stack.name,
      logicalId,
      name: (given, maxLength) => given ?? fit(`${this.stack.name}-${logicalId}`, maxLength),
      arn: (service, resource) => this.arn(service, resource),
      asset: (key) => {
        const path = assets.get(key);
        if (path === undefined) throw new AssemblyError(`the asset ${key} is not in the assembly`);
        return path;
      },
      nest: async (template, parameters) => {
        const name = fit(`${this.stack.name}-${logicalId}`, 128);
        const outputs = await deployStack({ name, template }, { ...this.options, parameters });
        return { arn: this.arn('cloudformation', `stack/${name}/local`), outputs };
      },
    };
  }

  private arn(service: string, resource: string): string {
    const { partition, region, accountId } = this.options.host;
    return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  }

  private outputs(): Record<string, string> {
    const outputs: Record<string, string> = {};
    for (const [name, { Value, Condition, Export }] of Object.entries(this.stack.template.Outputs)) {
      if (!this.isWanted(Condition)) continue;
      const value = servedText(resolveIntrinsics(Value ?? null, this), this.options.host);
      outputs[name] = typeof value === 'string' ? value : JSON.stringify(value);
      if (Export !== undefined)
        this.options.exports.set(JSON.stringify(resolveIntrinsics(Export.Name, this)), value);
    }
    return outputs;
  }
}

/** Deploys one stack's resources in order and answers with its outputs. Throws AssemblyError naming the resource. */
export function deployStack(stack: Stack, options: DeployOptions): Promise<Readonly<Record<string, string>>> {
  return new StackDeployment(stack, options).deploy();
}
