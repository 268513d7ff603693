import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const outputSchema = z.looseObject({
  Value: z.unknown(),
  Export: z.object({ Name: z.unknown() }).optional(),
});
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), outputSchema).default({}),
  Parameters: z.record(z.string(), z.looseObject({})).default({}),
});
const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z
        .looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .optional(),
    }),
  ),
});
const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.looseObject({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export type Resource = z.infer<typeof resourceSchema>;
export type Template = z.infer<typeof templateSchema>;

/** A template of the assembly as CloudFormation is given it, nested ones included. */
export interface StackTemplate {
  /** `Data`, `SmallGrid`; of a nested one its file's beginning. */
  readonly name: string;
  readonly file: string;
  readonly template: Template;
  /** How CloudFormation calls the stack, of a nested one that which nests it. */
  readonly stack: string;
  /** Of a nested one its logical ids, from the outermost on, joined by `/`; empty of one that is nested nowhere. */
  readonly place: string;
}

export interface SynthesizedStacks {
  /** Every template, each in the order of deployment before those that it nests. */
  readonly stacks: readonly StackTemplate[];
  /** All of them as if they were one stack: references lead to what they stand for. */
  readonly whole: Template;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const reference = z.strictObject({ Ref: z.string() });
const attribute = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const imported = z.strictObject({ 'Fn::ImportValue': z.string() });
const pieces = z.tuple([z.string(), z.array(z.unknown())]);
const NESTED = 'AWS::CloudFormation::Stack';
const nestedSchema = z.object({
  TemplateURL: z.object({ 'Fn::Join': pieces }),
  Parameters: z.record(z.string(), z.unknown()).default({}),
});

/** Reads an assembly's templates and puts what refers across their borders in its place. */
class Assembly {
  readonly stacks: StackTemplate[] = [];
  readonly whole: Template = { Resources: {}, Outputs: {}, Parameters: {} };
  private readonly exports = new Map<string, unknown>();
  private readonly files = new Map<string, string>();

  constructor(private readonly folder: string) {
    const { artifacts } = manifestSchema.parse(readJson(join(folder, 'manifest.json')));
    for (const [id, { type }] of Object.entries(artifacts))
      if (type === 'cdk:asset-manifest') this.readAssets(id);
    const roots = Object.values(artifacts).flatMap(({ properties: { templateFile, stackName = '' } = {} }) =>
      templateFile === undefined ? [] : [{ file: templateFile, stack: stackName }],
    );
    const isData = ({ file }: { readonly file: string }) => Number(file.includes('Data'));
    // By name: data before what works on them.
    for (const root of roots.toSorted((a, b) => isData(b) - isData(a))) this.addRoot(root);
  }

  private readAssets(id: string): void {
    for (const { source, destinations } of Object.values(
      assetsSchema.parse(readJson(join(this.folder, `${id}.json`))).files,
    ))
      for (const { objectKey } of Object.values(destinations)) this.files.set(objectKey, source.path);
  }

  private addRoot({ file, stack }: { readonly file: string; readonly stack: string }): void {
    const root = this.read(file, { stack, place: '' });
    Object.assign(this.whole.Parameters, root.template.Parameters);
    for (const [name, { Value, Export }] of Object.entries(this.add(root, {}))) {
      if (Export === undefined) this.whole.Outputs[name] = { Value };
      else this.exports.set(String(Export.Name), Value);
    }
  }

  private read(file: string, where: Pick<StackTemplate, 'stack' | 'place'>): StackTemplate {
    const template = templateSchema.parse(readJson(join(this.folder, file)));
    const name = file.replace(/([0-9A-F]{8}\.nested)?\.template\.json$/, '');
    const read = { name, file, template, ...where };
    this.stacks.push(read);
    return read;
  }

  /** Adds its resources, those it nests first where they are asked for; answers its outputs. */
  private add(
    { template, stack, place }: StackTemplate,
    parameters: Readonly<Record<string, unknown>>,
  ): Template['Outputs'] {
    const nested = new Map<string, Template['Outputs']>();
    const resolve = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(resolve);
      if (typeof value !== 'object' || value === null) return value;
      const ref = reference.safeParse(value).data?.Ref;
      if (ref !== undefined && Object.hasOwn(parameters, ref)) return parameters[ref];
      const [of = '', path = ''] = attribute.safeParse(value).data?.['Fn::GetAtt'] ?? [];
      if (path.startsWith('Outputs.')) return outputsOf(of)[path.slice('Outputs.'.length)]?.Value;
      const name = imported.safeParse(value).data?.['Fn::ImportValue'];
      if (name !== undefined) return this.exports.get(name);
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
    };
    const outputsOf = (id: string): Template['Outputs'] => {
      const known = nested.get(id);
      if (known) return known;
      const { TemplateURL, Parameters } = nestedSchema.parse(template.Resources[id]?.Properties);
      const key = String(TemplateURL['Fn::Join'][1].at(-1)).replace(/^.*\//, '');
      const given = Object.entries(Parameters).map(([name, value]) => [name, resolve(value)]);
      const below = this.read(this.files.get(key) ?? '', {
        stack,
        place: place === '' ? id : `${place}/${id}`,
      });
      const outputs = this.add(below, Object.fromEntries(given));
      nested.set(id, outputs);
      return outputs;
    };
    for (const [id, resource] of Object.entries(template.Resources)) {
      if (resource.Type === NESTED) outputsOf(id);
      else this.put(id, resourceSchema.parse(resolve(resource)));
    }
    return Object.fromEntries(
      Object.entries(template.Outputs).map(([name, output]) => [name, outputSchema.parse(resolve(output))]),
    );
  }

  /** Two stacks may each have one of a name, as the policy by which functions answer tasks. */
  private put(id: string, resource: Resource): void {
    const { Resources } = this.whole;
    Resources[Object.hasOwn(Resources, id) ? `${id}In${Object.keys(Resources).length}` : id] = resource;
  }
}

export const readStacks = (folder: string): SynthesizedStacks => new Assembly(folder);
