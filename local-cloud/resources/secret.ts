import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const generated = z.object({
  PasswordLength: numeric.int().min(1).max(4096).default(32),
  GenerateStringKey: unsupported('a secret within a document'),
  SecretStringTemplate: unsupported('a secret within a document'),
});

export const secretsManagerSecret = resourceType({
  type: 'AWS::SecretsManager::Secret',
  support:
    'given, or made once and kept in the data folder, for `{{resolve:secretsmanager:...}}` in templates; no client can call Secrets Manager',
  properties: z.object({
    Name: z.string().optional(),
    SecretString: z.string().optional(),
    GenerateSecretString: generated.optional(),
  }),
  deploy: async ({ Name, SecretString, GenerateSecretString }, { host, name, arn }) => {
    const ref = arn('secretsmanager', `secret:${name(Name, 512)}`);
    const { PasswordLength: length = 32 } = GenerateSecretString ?? {};
    // Letters and digits, of which every secret may consist.
    const made = () => randomBytes(length).toString('hex').slice(0, length);
    host.secrets.set(ref, SecretString ?? (await host.madeSecrets.of(ref, made)));
    return { ref, attributes: { Id: ref } };
  },
});
