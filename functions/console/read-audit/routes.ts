import { auditRoute } from '../../../contracts/console/audit.js';

/** The audit trail. */
export const ROUTES = {
  audit: auditRoute,
};
