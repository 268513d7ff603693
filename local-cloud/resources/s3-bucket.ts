import * as z from 'zod';
import { resourceType } from './resource-type.js';

export const s3Bucket = resourceType({
  type: 'AWS::S3::Bucket',
  support: 'holds what `Custom::CDKBucketDeployment` puts there and what clients and Distributed Maps write',
  properties: z.object({ BucketName: z.string().optional() }),
  deploy: ({ BucketName }, { host, name }) => {
    const ref = name(BucketName, 63).toLowerCase();
    host.s3.add(ref);
    const suffix = host.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    return {
      ref,
      attributes: {
        Arn: `arn:${host.partition}:s3:::${ref}`,
        DomainName: `${ref}.s3.${suffix}`,
        RegionalDomainName: `${ref}.s3.${host.region}.${suffix}`,
      },
    };
  },
});
