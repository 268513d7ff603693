import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { readTemplate } from '../assembly/read-assembly.js';
import { numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

/** The S3 key of an asset in the address of it. */
const keyIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

export const cloudFormationStack = resourceType({
  type: 'AWS::CloudFormation::Stack',
  support: 'nested stacks whose template is an asset, with parameters and outputs',
  properties: z.object({
    TemplateURL: z.string(),
    Parameters: z.record(z.string(), z.coerce.string()).default({}),
    TimeoutInMinutes: numeric.optional(),
    NotificationARNs: unsupported('notifications of stacks'),
  }),
  deploy: async ({ TemplateURL, Parameters }, { asset, nest }) => {
    const template = readTemplate(asset(keyIn(TemplateURL)));
    for (const name of Object.keys(Parameters))
      if (!Object.hasOwn(template.Parameters, name))
        throw new AssemblyError(`its template has no parameter ${name}`);
    const { arn, outputs } = await nest(template, Parameters);
    const attributes = Object.entries(outputs).map(([name, value]) => [`Outputs.${name}`, value]);
    return { ref: arn, attributes: Object.fromEntries(attributes) };
  },
});
