import { AwsError } from '../../errors/aws-error.js';
import { isJsonObject, toJson } from '../../states-language/json.js';

/**
 * Members of Create- and UpdateStateMachine that this host cannot honour are refused by name, not passed over. Throws
 * UnsupportedOperation.
 */
export function refuseUnsupportedMembers(operation: string, input: Readonly<Record<string, unknown>>): void {
  const encryption = toJson(input.encryptionConfiguration);
  if (isJsonObject(encryption) && encryption.type === 'CUSTOMER_MANAGED_KMS_KEY') {
    throw new AwsError(
      'UnsupportedOperation',
      `${operation} with 'encryptionConfiguration' is not supported by this host: it has no KMS`,
    );
  }
}
