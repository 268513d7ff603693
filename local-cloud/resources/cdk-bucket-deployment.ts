import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { flag, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

/** Types by endings, as the AWS CLI guesses them. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};

/** The headers that objects can be given. */
const HEADERS: ReadonlySet<string> = new Set([
  'cache-control',
  'content-type',
  'content-encoding',
  'content-language',
  'content-disposition',
]);

export const cdkBucketDeployment = resourceType({
  type: 'Custom::CDKBucketDeployment',
  support:
    "the CDK's own: folders of the assembly into a bucket of it; the function that does it on AWS does not run",
  properties: z.object({
    SourceObjectKeys: z.array(z.string()),
    DestinationBucketName: z.string(),
    DestinationBucketKeyPrefix: z.string().default(''),
    SystemMetadata: z.record(z.string(), z.string()).default({}),
    Extract: flag.default(true).refine((extracts) => extracts, 'files that stay packed are not supported'),
    Include: unsupported('files by pattern'),
    Exclude: unsupported('files by pattern'),
    UserMetadata: unsupported('metadata of objects'),
    SourceMarkers: unsupported('values that are put into files'),
  }),
  deploy: (given, { host, logicalId, asset }) => {
    const bucket = host.s3.find(given.DestinationBucketName);
    if (bucket === undefined)
      throw new AssemblyError(`the bucket ${given.DestinationBucketName} is not part of the assembly`);
    const other = Object.keys(given.SystemMetadata).find((name) => !HEADERS.has(name));
    if (other !== undefined)
      throw new AssemblyError(`the metadata ${other} is not supported by the local cloud`);
    for (const folder of given.SourceObjectKeys.map((key) => asset(key)))
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const key = [given.DestinationBucketKeyPrefix, ...relative(folder, path).split(sep)]
          .filter(Boolean)
          .join('/');
        const type = TYPES[extname(path)] ?? 'binary/octet-stream';
        bucket.deploy(key, { path, headers: { 'content-type': type, ...given.SystemMetadata } });
      }
    return {
      ref: logicalId,
      attributes: { DestinationBucketArn: `arn:${host.partition}:s3:::${given.DestinationBucketName}` },
    };
  },
});
