import type { Route } from '../../contracts/route.js';
import { ROUTES as answerRequest } from '../resident/answer-request/routes.js';
import { ROUTES as findSimilar } from '../resident/find-similar/routes.js';
import { ROUTES as keepPhotos } from '../resident/keep-photos/routes.js';
import { ROUTES as readBulletin } from '../resident/read-bulletin/routes.js';
import { ROUTES as readInspections } from '../resident/read-inspections/routes.js';
import { ROUTES as readStatistics } from '../resident/read-statistics/routes.js';
import { ROUTES as readTown } from '../resident/read-town/routes.js';
import { ROUTES as reachRequest } from '../resident/reach-request/routes.js';
import { ROUTES as serveOpen311 } from '../resident/serve-open311/routes.js';
import { ROUTES as servePage } from '../resident/serve-page/routes.js';
import { ROUTES as submitRequest } from '../resident/submit-request/routes.js';
import { ROUTES as trackRequest } from '../resident/track-request/routes.js';
import { ROUTES as serveAsk } from '../staff/serve-ask/routes.js';
import { ROUTES as serveStaff } from '../staff/serve-staff/routes.js';
import { ROUTES as serveVisits } from '../staff/serve-visits/routes.js';
import { ROUTES as signInStaff } from '../staff/sign-in-staff/routes.js';
import { ROUTES as receiveCarrierText } from '../texts/receive-carrier-text/routes.js';
import { ROUTES as browseRequests } from '../console/browse-requests/routes.js';
import { ROUTES as browseWork } from '../console/browse-work/routes.js';
import { ROUTES as enterRequest } from '../console/enter-request/routes.js';
import { ROUTES as manageTown } from '../console/manage-town/routes.js';
import { ROUTES as priceRequest } from '../console/price-request/routes.js';
import { ROUTES as readAudit } from '../console/read-audit/routes.js';
import { ROUTES as readTexts } from '../console/read-texts/routes.js';
import { ROUTES as serveConsole } from '../console/serve-console/routes.js';
import { ROUTES as teachReading } from '../console/teach-reading/routes.js';
import { ROUTES as watchExecutions } from '../console/watch-executions/routes.js';
import { ROUTES as watchFloods } from '../console/watch-floods/routes.js';

/** The routes of each function at the HTTP door. */
const OF_FUNCTIONS: readonly Readonly<Record<string, Route>>[] = [
  answerRequest,
  findSimilar,
  keepPhotos,
  readBulletin,
  readInspections,
  readStatistics,
  readTown,
  reachRequest,
  serveOpen311,
  servePage,
  submitRequest,
  trackRequest,
  serveAsk,
  serveStaff,
  serveVisits,
  signInStaff,
  receiveCarrierText,
  browseRequests,
  browseWork,
  enterRequest,
  manageTown,
  priceRequest,
  readAudit,
  readTexts,
  serveConsole,
  teachReading,
  watchExecutions,
  watchFloods,
];

/** Every route there is, pages too. */
export const EVERY_ROUTE: readonly Route[] = OF_FUNCTIONS.flatMap((routes) => Object.values(routes));
