import { answers, refused, returns, type Chain } from './case.js';
import { absent, moment } from './expected.js';

/** Buckets and what is in them. */
export const OBJECTS: Chain = [
  answers('s3api create-bucket --bucket made-bucket', { Location: '/made-bucket' }),
  refused('s3api create-bucket --bucket made-bucket', 'BucketAlreadyOwnedByYou'),
  answers('s3api list-objects-v2 --bucket made-bucket', { Contents: absent }),
  answers(
    's3api put-object --bucket made-bucket --key of/one.json --body $document --content-type application/json --metadata by=me',
    { ETag: /^"[\da-f]{32}"$/ },
  ),
  answers('s3api put-object --bucket made-bucket --key other --body $document', { ETag: /^"/ }),
  returns(
    's3api get-object --bucket made-bucket --key of/one.json $out',
    {
      ContentType: 'application/json',
      Metadata: { by: 'me' },
      LastModified: moment,
    },
    { greeting: '你好' },
  ),
  answers('s3api head-object --bucket made-bucket --key of/one.json', { ContentType: 'application/json' }),
  answers('s3api list-objects-v2 --bucket made-bucket --prefix of/', {
    Contents: [{ Key: 'of/one.json', LastModified: moment, StorageClass: 'STANDARD' }],
  }),
  answers('s3api list-objects-v2 --bucket made-bucket --delimiter /', {
    Contents: [{ Key: 'other' }],
    CommonPrefixes: [{ Prefix: 'of/' }],
  }),
  answers(
    's3api list-objects-v2 --bucket made-bucket --page-size 1 --max-items 1',
    { Contents: [{ Key: 'of/one.json' }] },
    { page: 'NextToken' },
  ),
  answers('s3api list-objects-v2 --bucket made-bucket --starting-token $page', {
    Contents: [{ Key: 'other' }],
  }),
  refused('s3api get-object --bucket made-bucket --key none $out', 'NoSuchKey'),
  refused('s3api head-object --bucket made-bucket --key none', '404'),
  refused('s3api list-objects-v2 --bucket no-bucket', 'NoSuchBucket'),
  refused('s3api delete-object --bucket made-bucket --key other', 'UnknownOperationException', /DELETE/),
];
