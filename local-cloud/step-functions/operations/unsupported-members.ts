import { AwsError } from '../../errors/aws-error.js';
import { isJsonObject, toJson } from '../../states-language/json.js';
import { optionalFlag } from '../request-members.js';

/**
 * Members of Create- and UpdateStateMachine that this host cannot honour are refused by name, not passed over. Throws
 * UnsupportedOperation, and ValidationException for a description of a version that is not published.
 */
export function refuseUnsupportedMembers(operation: string, input: Readonly<Record<string, unknown>>): void {
  if (input.versionDescription !== undefined && input.publish !== true) {
    throw new AwsError('ValidationException', "'versionDescription' can only be set when 'publish' is true");
  }
  if (optionalFlag(input, 'publish') === true) {
    throw new AwsError(
      'UnsupportedOperation',
      `${operation} with 'publish' is not supported by this host: it keeps no versions of state machines`,
    );
  }
  const encryption = toJson(input.encryptionConfiguration);
  if (isJsonObject(encryption) && encryption.type === 'CUSTOMER_MANAGED_KMS_KEY') {
    throw new AwsError(
      'UnsupportedOperation',
      `${operation} with 'encryptionConfiguration' is not supported by this host: it has no KMS`,
    );
  }
}
