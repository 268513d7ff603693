import * as z from 'zod';
import { Bucket } from '../cdn/buckets.js';
import { resourceType } from './resource-type.js';

export const s3Bucket = resourceType({
  type: 'AWS::S3::Bucket',
  support: 'holds what `Custom::CDKBucketDeployment` puts there, for distributions; no client can call S3',
  properties: z.object({ BucketName: z.string().optional() }),
  deploy: ({ BucketName }, { host, name }) => {
    const ref = name(BucketName, 63).toLowerCase();
    host.cdn.buckets.set(ref, new Bucket());
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
