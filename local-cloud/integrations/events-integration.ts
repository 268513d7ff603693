import { AwsError } from '../errors/aws-error.js';
import type { IntegratedService } from './integrate.js';

/** EventBridge: its rules are hosted as schedules, but there is no bus that an event could be put on. */
export const eventsIntegration: IntegratedService = {
  errors: { prefix: 'EventBridge', service: 'AmazonEventBridge', base: 'AmazonEventBridgeException' },
  sdkPrefix: 'EventBridge',
  actions: {
    putEvents: () =>
      Promise.reject(
        new AwsError(
          'UnsupportedOperation',
          'events:putEvents is not supported by this host: it has no event bus. Mock the state (SFN_MOCK_CONFIG), or send to a queue or topic',
        ),
      ),
  },
};
