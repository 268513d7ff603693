import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: "Takes in texts that a town's own carrier hands over",
  needs: { towns: 'read', carrierPaths: 'check', inboundTopic: 'publish' },
} as const satisfies FunctionDeclaration;
