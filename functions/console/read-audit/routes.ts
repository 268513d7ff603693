import { auditRoute } from '../../../contracts/console/audit.js';
import { guardedOf } from '../console-routes.js';

/** The audit trail. */
export const ROUTES = {
  audit: auditRoute,
};

export const AUDIT_ROUTES = guardedOf(ROUTES);
