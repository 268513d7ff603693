import { AwsError } from '../../aws/aws-error.js';
import type { Operation } from './operation.js';

export const redriveExecution: Operation = async () =>
  Promise.reject(new AwsError('UnsupportedOperation', 'RedriveExecution is not supported by this host yet'));
