import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Takes in texts that a town's own carrier hands over",
  routes: ROUTES,
  needs: { towns: 'read', carrierPaths: 'check', inboundTopic: 'publish' },
} as const satisfies FunctionDeclaration;
