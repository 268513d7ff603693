import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../states-language/json.js';

/**
 * The part of the HTTP answer that an optimised integration adds to its result. The headers that AWS adds as well are
 * left out: there are none behind a call within one process. `aws-sdk:` integrations add nothing.
 */
export function sdkMetadata(requestId: string = randomUUID()): JsonObject {
  return { SdkHttpMetadata: { HttpStatusCode: 200 }, SdkResponseMetadata: { RequestId: requestId } };
}
