import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { parseExactly } from '../states-language/exact-number.js';
import { AssemblyError } from './assembly-error.js';
import { parsePlainJson } from './json.js';
import { templateSchema, type Template, type TemplateResource } from './template.js';

const manifestSchema = z.object({
  artifacts: z
    .record(
      z.string(),
      z.object({
        type: z.string(),
        displayName: z.string().optional(),
        dependencies: z.array(z.string()).default([]),
        properties: z
          .object({
            templateFile: z.string().optional(),
            stackName: z.string().optional(),
            file: z.string().optional(),
            directoryName: z.string().optional(),
          })
          .default({}),
      }),
    )
    .default({}),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export interface Stack {
  readonly name: string;
  readonly template: Template;
}

export interface Assembly {
  /** In the order in which they are deployed. */
  readonly stacks: readonly Stack[];
  /** Absolute path of an asset by its S3 object key. */
  readonly assets: ReadonlyMap<string, string>;
}

function textOf(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new AssemblyError(`${file} does not exist: is this a synthesized cloud assembly (cdk.out)?`);
}

function readAs<T>(schema: z.ZodType<T>, file: string, text = textOf(file)): T {
  const parsed = schema.safeParse(parsePlainJson(text));
  if (!parsed.success) throw new AssemblyError(`${file} cannot be read: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readAssets(directory: string, file: string, into: Map<string, string>): void {
  for (const asset of Object.values(readAs(assetsSchema, join(directory, file)).files)) {
    if (asset.source.path === undefined) continue;
    const path = resolve(directory, asset.source.path);
    for (const destination of Object.values(asset.destinations)) into.set(destination.objectKey, path);
  }
}

type Artifacts = z.infer<typeof manifestSchema>['artifacts'];

const hasDefinition = ({ Type, Properties }: TemplateResource): boolean =>
  Type === 'AWS::StepFunctions::StateMachine' && Properties['Definition'] !== undefined;

/**
 * A template, from its file; the numbers of a machine's definition keep their digits, all others are doubles. Throws
 * AssemblyError.
 */
export function readTemplate(file: string): Template {
  const text = textOf(file);
  const template = readAs(templateSchema, file, text);
  const machines = Object.entries(template.Resources).filter(([, resource]) => hasDefinition(resource));
  if (machines.length === 0) return template;
  const exact = templateSchema.parse(parseExactly(text)).Resources;
  const replaced = machines.map(([id, resource]): [string, TemplateResource] => {
    const { Definition = null } = exact[id]?.Properties ?? {};
    return [id, { ...resource, Properties: { ...resource.Properties, Definition } }];
  });
  return { ...template, Resources: { ...template.Resources, ...Object.fromEntries(replaced) } };
}

/** The artifacts, each after those it depends on. */
function inOrder(artifacts: Artifacts): [string, Artifacts[string]][] {
  const ordered = new Map<string, Artifacts[string]>();
  const visit = (id: string): void => {
    const artifact = artifacts[id];
    if (artifact === undefined || ordered.has(id)) return;
    for (const dependency of artifact.dependencies) visit(dependency);
    ordered.set(id, artifact);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered];
}

/**
 * Reads a cloud assembly: every stack's template and where each asset lies, nested assemblies (CDK stages) included.
 * Throws AssemblyError.
 */
export function readAssembly(directory: string): Assembly {
  const assets = new Map<string, string>();
  const stacks: Stack[] = [];
  const { artifacts } = readAs(manifestSchema, join(directory, 'manifest.json'));
  for (const [id, { type, properties }] of inOrder(artifacts)) {
    if (type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
      const template = readTemplate(join(directory, properties.templateFile));
      stacks.push({ name: properties.stackName ?? id, template });
    } else if (type === 'cdk:asset-manifest' && properties.file !== undefined) {
      readAssets(directory, properties.file, assets);
    } else if (type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
      const nested = readAssembly(join(directory, properties.directoryName));
      stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) assets.set(key, path);
    }
  }
  return { stacks, assets };
}
